#include "kernels.h"

enum { unknown_state = 1, unmet_state = 2 };
enum { gain_mask = (1 << 20) - 1 };
enum { missing_shift = 24 };
/* So many entries ahead of the addition, its sum is fetched into the cache. */
enum { ahead = 24 };
/* A list as short as this is read whole: what it adds outside the spans is not read. Where all sums stand in the cache, a longer one too. */
enum { short_list = 64, short_where_cached = 2048 };
enum { cached_bytes = 1 << 20 };
/* A value is shared by more than a 256th of all rows, or has no bits. */
enum { values_at_most = 256 };

static const uint64_t one_low = 1ull << 32;
static const uint64_t one_high = 1ull << 40;

/* The first entry of an ascending list, from `begin` on, that is not below `row`: in steps that double, then halved. */
static uint32_t first_from(const uint32_t *rows, uint32_t begin, uint32_t end, uint32_t row) {
  uint32_t step = 1;
  uint32_t low = begin;
  while (low + step < end && rows[low + step] < row) {
    low += step;
    step *= 2;
  }
  uint32_t high = low + step < end ? low + step : end;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (rows[middle] < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Values of a part, by where their words begin. */
typedef struct {
  uint32_t count;
  uint32_t at[values_at_most];
} Values;

/* Adds their bits, four values at a time: what they are added to is read and written less often. */
static void add_words(uint32_t *restrict to, const uint32_t *bits, const Values *values, uint32_t first, uint32_t last) {
  uint32_t at = 0;
  for (; at + 3 < values->count; at += 4) {
    const uint32_t *restrict one = bits + values->at[at];
    const uint32_t *restrict two = bits + values->at[at + 1];
    const uint32_t *restrict three = bits + values->at[at + 2];
    const uint32_t *restrict four = bits + values->at[at + 3];
    for (uint32_t word = first; word < last; word++) to[word] |= one[word] | two[word] | three[word] | four[word];
  }
  for (; at < values->count; at++) {
    const uint32_t *restrict one = bits + values->at[at];
    for (uint32_t word = first; word < last; word++) to[word] |= one[word];
  }
}

/* Adds what one part says of the rows `from` up to `end`. */
static void add_part(const Columns *columns, const Person *person, uint32_t number, uint32_t from, uint32_t end, Room *room) {
  const Part *part = &columns->parts[number];
  const uint8_t *states = person->part_states + person->part_states_from[number];
  const uint32_t *bits = columns->part_bits;
  const uint32_t first = from >> 5;
  const uint32_t last = (end + 31) >> 5;
  Values unknown, failing, standing;
  unknown.count = failing.count = standing.count = 0;
  for (uint32_t at = 0; at < part->values; at++) {
    const uint32_t state = states[columns->part_values[part->values_from + at]];
    const uint32_t words = (part->values_from + at) * columns->words;
    if (state == unknown_state) unknown.at[unknown.count++] = words;
    if (state >= unmet_state)
      failing.at[failing.count++] = words;
    else
      standing.at[standing.count++] = words;
  }
  add_words(room->unknown, bits, &unknown, first, last);
  /* What fails, or all that does not, whichever is shorter. */
  if (failing.count <= standing.count) {
    add_words(room->unmet, bits, &failing, first, last);
  } else {
    uint32_t *restrict unmet = room->unmet;
    uint32_t *restrict other = room->other;
    const uint32_t *restrict rare_bits = columns->rare_bits + number * columns->words;
    for (uint32_t word = first; word < last; word++) other[word] = rare_bits[word];
    add_words(other, bits, &standing, first, last);
    for (uint32_t word = first; word < last; word++) unmet[word] |= ~other[word];
  }
  const uint32_t *rare_rows = columns->rare_rows + part->rare_from;
  const uint16_t *rare_values = columns->rare_values + part->rare_from;
  for (uint32_t at = first_from(rare_rows, 0, part->rare, from); at < part->rare && rare_rows[at] < end; at++) {
    const uint32_t row = rare_rows[at];
    const uint32_t state = states[rare_values[at]];
    const uint32_t bit = 1u << (row & 31);
    if (state >= unmet_state)
      room->unmet[row >> 5] |= bit;
    else if (state == unknown_state)
      room->unknown[row >> 5] |= bit;
  }
}

/* Adds the rows that lie below the number with so many numbers below it. */
static void add_below(uint32_t *restrict to, const Sliced *column, uint32_t below, uint32_t first, uint32_t last) {
  if (below == 0) return;
  const uint32_t planes = column->planes;
  const uint32_t lowest = (uint32_t)__builtin_ctz(below);
  for (uint32_t word = first; word < last; word++) {
    if (to[word] == ~0u) continue;
    const uint32_t *bits = column->bits + (uint64_t)word * planes;
    uint32_t less = 0;
    for (uint32_t plane = lowest; plane < planes; plane++) {
      const uint32_t absent = ~bits[plane];
      less = below >> plane & 1 ? less | absent : less & absent;
    }
    to[word] |= less & column->stated[word];
  }
}

/* What is too low an hour hangs on the hours: between the limits row by row. */
static void add_too_low(const Columns *columns, const Person *person, Room *room, uint32_t first, uint32_t last) {
  uint32_t *restrict unmet = room->unmet;
  uint32_t *restrict between = room->other;
  add_below(unmet, &columns->wages, person->lowest_wage, first, last);
  if (person->lowest_wage == person->highest_wage) return;
  for (uint32_t word = first; word < last; word++) between[word] = 0;
  add_below(between, &columns->wages, person->highest_wage, first, last);
  for (uint32_t word = first; word < last; word++) {
    uint32_t too_low = 0;
    for (uint32_t left = between[word] & ~unmet[word]; left != 0; left &= left - 1) {
      const uint32_t bit = (uint32_t)__builtin_ctz(left);
      const uint32_t row = word << 5 | bit;
      const int32_t least = person->least_cents[columns->shift[row]];
      too_low |= ((uint32_t)(columns->wage_max[row] - least) >> 31) << bit;
    }
    unmet[word] |= too_low;
  }
}

/* Of one run, what is not unmet, and what of that is known. */
static void take_run(const Person *person, Room *room, uint32_t run) {
  const uint32_t from = person->run_from[run];
  const uint32_t end = person->run_end[run];
  const uint32_t is_known = person->run_state[run] == unknown_state ? 0 : ~0u;
  for (uint32_t word = from >> 5; word << 5 < end; word++) {
    uint32_t bits = ~room->unmet[word];
    if (word == from >> 5) bits &= ~0u << (from & 31);
    if (word == end >> 5) bits &= (1u << (end & 31)) - 1;
    room->open[word] |= bits;
    room->sure[word] |= bits & is_known & ~room->unknown[word];
  }
}

EXPORTED(sweep_terms)
void sweep_terms(const Columns *columns, const Person *person, Room *room) {
  uint32_t run = 0;
  uint32_t count = 0;
  for (uint32_t span = 0; span < person->spans; span++) {
    const uint32_t from = person->span_from[span];
    const uint32_t end = person->span_end[span];
    const uint32_t first = from >> 5;
    const uint32_t last = (end + 31) >> 5;
    for (uint32_t word = first; word < last; word++) {
      room->unmet[word] = room->unknown[word] = 0;
      room->open[word] = room->sure[word] = room->late[word] = 0;
    }
    for (uint32_t part = 0; part < columns->part_count; part++) add_part(columns, person, part, from, end, room);
    add_too_low(columns, person, room, first, last);
    if (person->unknown_wage != 0) {
      uint32_t *restrict to = person->unknown_wage == unknown_state ? room->unknown : room->unmet;
      for (uint32_t word = first; word < last; word++) to[word] |= ~columns->wages.stated[word];
    }
    add_below(room->late, &columns->latest_starts, person->early_starts, first, last);
    for (; run < person->runs && person->run_from[run] < end; run++) take_run(person, room, run);
    for (uint32_t word = first; word < last; word++) count += (uint32_t)__builtin_popcount(room->open[word]);
  }
  room->count = count;
}

static void add_between(uint64_t *restrict sums, const uint32_t *restrict rows, uint32_t from, uint32_t end, uint64_t worth) {
#ifndef __wasm__
  for (; from + ahead < end; from++) {
    __builtin_prefetch(&sums[rows[from + ahead]], 1);
    sums[rows[from]] += worth;
  }
#endif
  for (; from < end; from++) sums[rows[from]] += worth;
}

/* Adds to each row of a list that lies in the spans. */
static void add(const Columns *columns, const Person *person, uint64_t *sums, uint32_t list, uint64_t worth) {
  if (worth == 0) return;
  uint32_t entry = columns->from[list];
  const uint32_t end = columns->from[list + 1];
  const int is_cached = columns->size * sizeof *sums <= cached_bytes;
  if (end - entry <= (is_cached ? short_where_cached : short_list)) {
    add_between(sums, columns->rows, entry, end, worth);
    return;
  }
  for (uint32_t span = 0; span < person->spans && entry < end; span++) {
    const uint32_t first = first_from(columns->rows, entry, end, person->span_from[span]);
    entry = first_from(columns->rows, first, end, person->span_end[span]);
    add_between(sums, columns->rows, first, entry, worth);
  }
}

/* Demand by demand. */
static void scatter(const Columns *columns, const Person *person, Room *room) {
  uint64_t *sums = room->sums;
  for (uint32_t span = 0; span < person->spans; span++) {
    const uint32_t end = person->span_end[span];
    for (uint32_t row = person->span_from[span]; row < end; row++) sums[row] = 0;
  }
  for (uint32_t at = 0; at < person->touched_count; at++) {
    const uint32_t demand = person->touched[at];
    if (demand >= columns->demands) continue;
    const uint64_t credit = person->credit[at];
    const uint64_t high = person->counts_missing ? 1 - person->met_high[at] : person->met_high[at];
    const uint32_t list = demand * weight_classes;
    add(columns, person, sums, list, columns->weights[0] * credit + person->met_low[at] * one_low + high * one_high);
    add(columns, person, sums, list + 1, columns->weights[1] * credit);
    add(columns, person, sums, list + 2, columns->weights[2] * credit);
  }
  if (person->counts_missing) {
    for (uint32_t at = 0; at < columns->unprovable_count; at++)
      add(columns, person, sums, columns->unprovable[at] * weight_classes, one_high);
  }
  room->all_in_high = !person->counts_missing;
}

/* One essential less than all is enough to say that something is missing. */
static void gather_row(const Columns *columns, const Person *person, Room *room, uint32_t row) {
  const uint32_t end = columns->requirement_start[row + 1];
  uint64_t gain = 0;
  uint32_t bits = 0;
  for (uint32_t entry = columns->requirement_start[row]; entry < end; entry++) {
    const uint32_t one = (uint32_t)person->worth[columns->requirements[entry]];
    gain += one & gain_mask;
    bits |= one;
  }
  const uint32_t missing = bits >> missing_shift;
  const uint32_t all = columns->essentials[row];
  room->sums[row] = gain + (all - (missing & 1)) * one_low + (all - ((missing >> 1) & 1)) * one_high;
}

/* Row by row. */
static void gather(const Columns *columns, const Person *person, Room *room) {
  for (uint32_t span = 0; span < person->spans; span++) {
    for (uint32_t word = person->span_from[span] >> 5; word << 5 < person->span_end[span]; word++) {
      for (uint32_t left = room->open[word]; left != 0; left &= left - 1)
        gather_row(columns, person, room, word << 5 | (uint32_t)__builtin_ctz(left));
    }
  }
  room->all_in_high = 1;
}

static uint64_t entries_of(const Columns *columns, const Person *person) {
  uint64_t entries = 0;
  for (uint32_t at = 0; at < person->touched_count; at++) {
    const uint32_t demand = person->touched[at];
    if (demand < columns->demands)
      entries += columns->from[(demand + 1) * weight_classes] - columns->from[demand * weight_classes];
  }
  return entries;
}

EXPORTED(reads_rows)
uint32_t reads_rows(const Columns *columns, const Person *person, uint32_t count) {
  uint64_t rows = 0;
  for (uint32_t span = 0; span < person->spans; span++) rows += person->span_end[span] - person->span_from[span];
  /* Entries lie spread over all rows: about so many of them within the spans. */
  const double part = (double)rows / columns->size;
  return (double)entries_of(columns, person) * part >= (double)count * entries_per_row;
}

EXPORTED(sum_rows)
void sum_rows(const Columns *columns, const Person *person, Room *room) {
  if (reads_rows(columns, person, room->count))
    gather(columns, person, room);
  else
    scatter(columns, person, room);
}

static uint32_t out_of(uint32_t weights) { return weights == 0 ? 1 : weights * whole; }

/* Positive where the first has the higher fit. Products stay below 2^63. */
static int64_t by_fit(const Found *a, const Found *b) { return (int64_t)a->of * b->out_of - (int64_t)b->of * a->out_of; }

static int comes_before(const uint32_t *rank, const Found *a, const Found *b) {
  if (a->is_sure != b->is_sure) return a->is_sure > b->is_sure;
  const int64_t fit = by_fit(a, b);
  return fit != 0 ? fit > 0 : rank[a->row] < rank[b->row];
}

static void offer(const uint32_t *rank, uint32_t limit, Room *room, const Found *found) {
  uint32_t at = room->best_count;
  while (at > 0 && comes_before(rank, found, &room->best[at - 1])) {
    room->best[at] = room->best[at - 1];
    at--;
  }
  room->best[at] = *found;
  if (room->best_count < limit) room->best_count++;
}

/* The last row of a full list; before that what everything beats. */
typedef struct {
  Found found;
  uint32_t rank;
} Last;

static uint32_t fits_in_high(const Columns *columns, const Room *room, uint32_t row) {
  return room->sums[row] >> 40 == columns->essentials[row] * room->all_in_high;
}

/* Counts these rows of a word, and offers what comes before the last of the list. */
static void count_and_offer(const Columns *columns, uint32_t limit, Room *room, Last *last, uint32_t word, uint32_t rows, uint32_t certain) {
  const uint32_t *restrict rank = columns->rank;
  for (uint32_t left = rows; left != 0; left &= left - 1) {
    const uint32_t bit = (uint32_t)__builtin_ctz(left);
    const uint32_t row = word << 5 | bit;
    const uint64_t sum = room->sums[row];
    const uint32_t is_sure = certain >> bit & 1;
    const uint32_t fits_high = fits_in_high(columns, room, row);
    const uint32_t fits_low = ((sum >> 32) & 0xff) == columns->essentials[row];
    room->fit_high += fits_high;
    room->fit_low += fits_low & is_sure;
    if (is_sure < last->found.is_sure) continue;
    const uint32_t row_out_of = out_of(columns->row_weights[row]);
    const int64_t lead = (int64_t)(uint32_t)sum * last->found.out_of - (int64_t)last->found.of * row_out_of;
    if (is_sure == last->found.is_sure && (lead < 0 || (lead == 0 && rank[row] >= last->rank))) continue;
    const Found found = {row, is_sure, fits_low, fits_high, (uint32_t)sum, row_out_of};
    offer(rank, limit, room, &found);
    if (room->best_count < limit) continue;
    last->found = room->best[limit - 1];
    last->rank = rank[last->found.row];
  }
}

/* Once the list is full of rows that are certain, the others are only counted. */
EXPORTED(count_and_pick)
void count_and_pick(const Columns *columns, const Person *person, Room *room) {
  Last last = {{0, 0, 0, 0, 0, 1}, UINT32_MAX};
  room->best_count = 0;
  room->fit_low = room->fit_high = room->eligible_low = room->eligible_high = 0;
  for (uint32_t span = 0; span < person->spans; span++) {
    for (uint32_t word = person->span_from[span] >> 5; word << 5 < person->span_end[span]; word++) {
      const uint32_t eligible = room->open[word] & ~(room->late[word] | columns->carried[word]);
      if (eligible == 0) continue;
      const uint32_t certain = eligible & room->sure[word];
      room->eligible_high += (uint32_t)__builtin_popcount(eligible);
      room->eligible_low += (uint32_t)__builtin_popcount(certain);
      uint32_t rows = eligible;
      if (last.found.is_sure) {
        for (uint32_t left = eligible & ~certain; left != 0; left &= left - 1)
          room->fit_high += fits_in_high(columns, room, word << 5 | (uint32_t)__builtin_ctz(left));
        rows = certain;
      }
      count_and_offer(columns, person->limit, room, &last, word, rows, certain);
    }
  }
}
