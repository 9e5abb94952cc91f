const cities =
  'Den Haag|Den Bosch|’s-Hertogenbosch|Amsterdam|Rotterdam|Utrecht|Eindhoven|Groningen|Tilburg|Almere|Breda|Nijmegen|Apeldoorn|Arnhem|Haarlem|Enschede|Amersfoort|Zaandam|Zwolle|Leiden|Zoetermeer|Leeuwarden|Maastricht|Dordrecht|Ede|Alkmaar|Emmen|Delft|Venlo|Deventer|Hilversum|Heerlen|Hengelo|Nijkerk|Schiphol|Gouda|Veenendaal|Houten|Nieuwegein|Woerden|Assen|Middelburg|Roermond|Helmond|Oss|Lelystad|Hoofddorp|Amstelveen|Rijswijk|Wageningen|Doetinchem|Barneveld|Zeist|Purmerend|Hoorn|Sittard|Roosendaal|Drachten|Heerenveen|Tiel|Almelo|Capelle aan den IJssel|Krimpen aan den IJssel|Alphen aan den Rijn|The Hague'
const before = 'in|te|bij|nabij|near|regio|omgeving|uit|vanuit|from|naar|at|within'
/** An employer of a town: `gemeente Ede`, `Universiteit Leiden`, `TU Delft`. */
const ofTown = 'gemeente|provincie|universiteit|hogeschool|university of|tu|umc|rijksuniversiteit|municipality of|stad|city of'

/** Words that say where the work is: a place behind a small word, in a title or field, or in the name of an employer of a town. */
export const placeWords = new RegExp(
  String.raw`(?<!\p{L})(?:standplaats|werklocatie|locatie|\p{L}{0,12}vestiging|hoofdkantoor|kantoor (?:in|te|op)|office (?:in|at)|based in|located in|location|gevestigd (?:in|te|op)|vanuit huis|thuiswerken|remote|hybride?|op afstand)(?!\p{L})|(?<=(?<!\p{L})(?:${before}|${ofTown}) )(?:${cities})(?!\p{L})|(?<=(?:[-–|,(/•*]|\n) ?)(?:${cities})(?!\p{L})|(?<!\p{L})(?:${cities}) (?:university|universit(?:y|eit)|umc|(?:werk\p{L}{0,3} |uren )?\d{2} ?(?:-|uur))(?!\p{L})`,
  'giu',
)
