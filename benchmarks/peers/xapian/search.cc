// Best matches by Xapian, a search engine as a library: `search VACANCIES REQUIREMENTS FOLDER` makes an index in the
// folder, says how it is with "ready VERSION BYTES", and answers lines on standard input (see ../xapian.ts, which
// writes them).
//
// A vacancy is a document and its number a document id less one, a demand is a term, a weight the frequency of that
// term within the document; so the length of a document is the sum of its weights, and the fit of a person is a sum
// over terms of frequency x credit / length. Terms of employment are no matter of weights: a posting source holds
// them as columns in memory and says which documents are left.
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

// A multiple of all numbers up to 30. Fit times this is a whole number for nearly all lengths, and a double holds
// 1200 times it exactly.
constexpr double kScale = 2329089562800.0;
// Sums of doubles for other lengths are wrong by less; fits that differ do so by far more.
constexpr double kSame = 1e-12;
constexpr int kShown = 20;

struct Row {
  int place, remote, hours_min, hours_max, days, wage_max, work_level, or_years, diploma, experience, certificate, sponsors, latest, carried,
      weights, nl, en, licences;
};

// What stands in a column where the vacancy is silent (see ../sql.ts), in the order of the file after id and cell.
constexpr int kSilent[] = {-1, -1, 127, 0, 255, -1, -1, 127, -1, -1, 0, 0, 32767, 0, 0, 0, 0, 0};
constexpr int kColumns = sizeof kSilent / sizeof *kSilent;
static_assert(sizeof(Row) == kColumns * sizeof(int));

struct Question {
  int hours_min, hours_max, days, remote_enough, work_level, experience, certificate, needs_sponsor, free_week, nl, en, licences, asks_place;
  // Euro a month x 1200; -1 where no wage is asked.
  int64_t wage;
  std::vector<char> near, diploma;
  Xapian::Query query;
};

std::vector<Row> rows;

bool holds(const Row& v, const Question& q) {
  if (q.asks_place && v.remote < q.remote_enough && (v.place < 0 || !q.near[v.place])) return false;
  // Who is silent on hours fits only a vacancy that is silent too.
  if (q.hours_max < 0 ? v.hours_min != 127 : v.hours_min > q.hours_max || v.hours_max < q.hours_min) return false;
  if (q.wage >= 0 && (q.hours_max < 0 || int64_t{v.wage_max} * 52 * std::min(v.hours_max, q.hours_max) < q.wage)) return false;
  if (v.work_level > q.work_level && v.or_years > q.experience) return false;
  if (q.days < 0 ? v.days != 255 : (v.days & ~q.days) != 0) return false;
  return v.experience <= q.experience && (!q.needs_sponsor || v.sponsors) && (!v.certificate || q.certificate) && v.nl <= q.nl &&
         v.en <= q.en && v.latest >= q.free_week && (v.licences & ~q.licences) == 0 && (v.diploma < 0 || q.diploma[v.diploma]);
}

// The documents whose terms hold, in order of id.
class Holding : public Xapian::PostingSource {
 public:
  explicit Holding(const Question* question) : question_(question) {}
  Holding* clone() const override { return new Holding(question_); }
  void init(const Xapian::Database&) override { at_ = 0; }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // More than any term: so the terms lead, and this is asked about what they find.
  Xapian::doccount get_termfreq_est() const override { return rows.size(); }
  Xapian::doccount get_termfreq_max() const override { return rows.size(); }
  void next(double) override {
    do ++at_;
    while (!at_end() && !here());
  }
  void skip_to(Xapian::docid id, double) override {
    at_ = std::max(at_, id);
    while (!at_end() && !here()) ++at_;
  }
  bool check(Xapian::docid id, double) override {
    at_ = id;
    return at_end() || here();
  }
  bool at_end() const override { return at_ > rows.size(); }
  Xapian::docid get_docid() const override { return at_; }

 private:
  bool here() const {
    const Row& row = rows[at_ - 1];
    return !row.carried && holds(row, *question_);
  }
  const Question* question_;
  Xapian::docid at_ = 0;
};

// Frequency x credit / length; the credit comes as the factor of the term.
class Fit : public Xapian::Weight {
 public:
  Fit() {
    need_stat(WDF);
    need_stat(WDF_MAX);
    need_stat(DOC_LENGTH);
    need_stat(DOC_LENGTH_MIN);
  }
  Fit* clone() const override { return new Fit; }
  void init(double factor) override { factor_ = factor; }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount) const override {
    return wdf * factor_ * (kScale / length);
  }
  double get_maxpart() const override { return get_wdf_upper_bound() * factor_ * (kScale / get_doclength_lower_bound()); }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  double factor_ = 0;
};

std::string termOf(int demand) { return "D" + std::to_string(demand); }

void readRows(const char* file) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string word;
    words >> word >> word;
    int values[kColumns];
    for (int column = 0; column < kColumns; column++) {
      words >> word;
      values[column] = word == "\\N" ? kSilent[column] : std::stoi(word);
    }
    Row row;
    std::copy(values, values + kColumns, reinterpret_cast<int*>(&row));
    rows.push_back(row);
  }
}

void makeIndex(const char* file, const std::string& folder) {
  Xapian::WritableDatabase index(folder + "/made", Xapian::DB_CREATE);
  std::ifstream in(file);
  size_t vacancy = 0, of = 0;
  int demand, weight;
  Xapian::Document document;
  // A document for each row, also for those that no requirement or no match has: ids are the numbers of rows.
  const auto add = [&] {
    index.add_document(document);
    document = Xapian::Document();
    vacancy++;
  };
  while (in >> of >> demand >> weight) {
    while (vacancy < of) add();
    if (!rows[of].carried) document.add_term(termOf(demand), weight);
  }
  while (vacancy < rows.size()) add();
  index.commit();
  index.compact(folder + "/index");
  std::filesystem::remove_all(folder + "/made");
}

int64_t bytesIn(const std::string& folder) {
  int64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes + static_cast<int64_t>(rows.size() * sizeof(Row));
}

std::vector<int> readList(std::istream& in) {
  size_t count;
  in >> count;
  std::vector<int> list(count);
  for (int& one : list) in >> one;
  return list;
}

std::vector<char> flagsOf(const std::vector<int>& numbers, int highest) {
  std::vector<char> flags(highest + 1, 0);
  for (int number : numbers) flags.at(number) = 1;
  return flags;
}

void readQuestion(std::istream& in, Question& q) {
  in >> q.hours_min >> q.hours_max >> q.days >> q.remote_enough >> q.wage >> q.work_level >> q.experience >> q.certificate >>
      q.needs_sponsor >> q.free_week >> q.nl >> q.en >> q.licences >> q.asks_place;
  int places = 0, diplomas = 0;
  for (const Row& row : rows) {
    places = std::max(places, row.place);
    diplomas = std::max(diplomas, row.diploma);
  }
  q.near = flagsOf(readList(in), places);
  q.diploma = flagsOf(readList(in), diplomas);
  const std::vector<int> demands = readList(in), credits = readList(in);
  std::vector<Xapian::Query> terms;
  for (size_t at = 0; at < demands.size(); at++)
    terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(termOf(demands[at])), credits[at]);
  q.query = Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()),
                          Xapian::Query((new Holding(&q))->release()));
}

double cpuMs() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

struct Found {
  int vacancy, weights;
  int64_t worth;
};

// So many are asked for that none which is as good as the last shown is cut off: among these the order is made
// exactly.
std::vector<Found> answer(const Xapian::MSet& found, Xapian::doccount count, bool& enough) {
  std::vector<Found> list;
  double least = 0, last = 0;
  for (auto one = found.begin(); one != found.end(); ++one) {
    const int vacancy = *one - 1;
    const int weights = rows[vacancy].weights;
    last = one.get_weight();
    list.push_back({vacancy, weights, std::llround(last * weights / kScale)});
    if (list.size() == kShown) least = last * (1 - kSame);
  }
  enough = list.size() < count || last < least;
  std::sort(list.begin(), list.end(), [](const Found& a, const Found& b) {
    const int64_t left = a.worth * b.weights, right = b.worth * a.weights;
    return left != right ? left > right : a.vacancy < b.vacancy;
  });
  list.resize(std::min<size_t>(list.size(), kShown));
  return list;
}

}  // namespace

int main(int, char** arguments) {
  readRows(arguments[1]);
  makeIndex(arguments[2], arguments[3]);
  const std::string index = std::string(arguments[3]) + "/index";
  Xapian::Database database(index);
  std::cout << "ready " << Xapian::version_string() << ' ' << bytesIn(index) << std::endl;

  std::map<int, Question> questions;
  std::map<int, Xapian::doccount> fetched;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string what;
    int number;
    words >> what >> number;
    if (what == "question") {
      readQuestion(words, questions[number]);
      continue;
    }
    // How many must be fetched is found out when a question is first asked.
    auto& count = fetched.try_emplace(number, 2 * kShown).first->second;
    for (bool enough = false; !enough;) {
      const double cpu = cpuMs();
      const auto from = std::chrono::steady_clock::now();
      Xapian::Enquire enquire(database);
      enquire.set_weighting_scheme(Fit());
      enquire.set_docid_order(Xapian::Enquire::ASCENDING);
      enquire.set_query(questions.at(number).query);
      const std::vector<Found> best = answer(enquire.get_mset(0, count), count, enough);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
      if (!enough) {
        count *= 4;
        continue;
      }
      std::cout << took.count() << ' ' << cpuMs() - cpu;
      for (const Found& one : best) std::cout << ' ' << one.vacancy << ' ' << one.worth << ' ' << one.weights;
      std::cout << std::endl;
    }
  }
}
