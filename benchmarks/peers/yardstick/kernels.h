/*
 * The question "matches" as src/engine/matching asks it, in C: the rows whose terms hold, what a person is worth for them, and
 * their counts and the best of them. The same algorithm and the same numbers as matches.ts, open-rows.ts and row-sums.ts, whose
 * names are kept; nothing is allocated and nothing is called here, so it compiles to a program and to WebAssembly alike.
 */
#ifndef KERNELS_H
#define KERNELS_H
#include <stdint.h>

#ifdef __wasm__
#define EXPORTED(name) __attribute__((export_name(#name)))
#else
#define EXPORTED(name)
#endif

/* Requirements are essential, important or somewhat: a list of rows per demand and class. */
enum { weight_classes = 3 };
/* Credit of whoever meets a demand in full. */
enum { whole = 1200 };
/* A row costs as much to read as so many entries of the postings. */
enum { entries_per_row = 20 };

/*
 * A term of vacancies with few values (hours, languages, a part of papers): of each value that many rows share a bit a row, 32 to a
 * word; of the others the rows, ascending, with their values. Where its values begin among those of all parts, and so on.
 */
typedef struct {
  uint32_t values;
  uint32_t values_from;
  uint32_t rare;
  uint32_t rare_from;
} Part;

/* A column of numbers, bit by bit: word by word of 32 rows, plane by plane, the place of a row's number among all numbers. */
typedef struct {
  uint32_t planes;
  const uint32_t *bits;
  const uint32_t *stated;
} Sliced;

/* All vacancies. Fields of four bytes or pointers only: WebAssembly has them filled in as a list of numbers. */
typedef struct {
  uint32_t size;
  uint32_t demands;
  const uint32_t *weights;
  const uint16_t *shift;
  const int32_t *wage_max;
  const uint8_t *essentials;
  /* Sum of the weights of a row. */
  const uint16_t *row_weights;
  const uint32_t *rank;
  /* Dual jobs. */
  const uint32_t *carried;
  Sliced wages;
  Sliced latest_starts;
  /* Rows of a list stand from `from[list]` to the next, ascending. */
  const uint32_t *from;
  const uint32_t *rows;
  const uint32_t *requirement_start;
  const uint32_t *requirements;
  uint32_t unprovable_count;
  const uint32_t *unprovable;
  /* Words that one value takes. */
  uint32_t words;
  uint32_t part_count;
  const Part *parts;
  const uint16_t *part_values;
  const uint32_t *part_bits;
  /* Of each part: rows with one of the other values. */
  const uint32_t *rare_bits;
  const uint32_t *rare_rows;
  const uint16_t *rare_values;
} Columns;

/* One person, made ready for these columns. A state is 0 (holds), 1 (unknown) or 2 (unmet). */
typedef struct {
  /* So many of the latest starts are too early, so many of the wages too low whatever the hours, and from so many on none is. */
  uint32_t early_starts;
  uint32_t lowest_wage;
  uint32_t highest_wage;
  uint32_t unknown_wage;
  /* Essentials not met in high are counted, rather than those met. */
  uint32_t counts_missing;
  uint32_t limit;
  uint32_t runs;
  const uint32_t *run_from;
  const uint32_t *run_end;
  const uint8_t *run_state;
  /* By shift. */
  const int32_t *least_cents;
  /* By value of a part; where those of each part begin. */
  const uint8_t *part_states;
  const uint32_t *part_states_from;
  uint32_t touched_count;
  const uint32_t *touched;
  const uint16_t *credit;
  const uint8_t *met_low;
  const uint8_t *met_high;
  /* All runs lie in these stretches of rows, ascending, each of whole words. */
  uint32_t spans;
  const uint32_t *span_from;
  const uint32_t *span_end;
  /* By requirement kind: weight x credit in the lower 20 bits, and from bit 24 on what is missing. */
  const int32_t *worth;
} Person;

/* A row of the answer. Low fit is of / out_of. */
typedef struct {
  uint32_t row;
  uint32_t is_sure;
  uint32_t fits_low;
  uint32_t fits_high;
  uint32_t of;
  uint32_t out_of;
} Found;

/* Room for one question, used again and again, and what it found. */
typedef struct {
  /* A bit a row: what stands open, what does for certain, and what starts too early. */
  uint32_t *open;
  uint32_t *sure;
  uint32_t *late;
  /* What does not hold in high, and what is not known; and room to work one out. */
  uint32_t *unmet;
  uint32_t *unknown;
  uint32_t *other;
  /* By row: numerator of low fit in the lower 32 bits, then essentials met in low and in high, 8 bits each. */
  uint64_t *sums;
  /* One more than the limit. */
  Found *best;
  uint32_t count;
  uint32_t best_count;
  uint32_t all_in_high;
  uint32_t fit_low;
  uint32_t fit_high;
  uint32_t eligible_low;
  uint32_t eligible_high;
} Room;

/* Whether sums are made row by row, of the worth of kinds: where rows are few beside the entries of what the person knows. */
uint32_t reads_rows(const Columns *columns, const Person *person, uint32_t count);

/* The three sweeps, in this order. */
void sweep_terms(const Columns *columns, const Person *person, Room *room);
void sum_rows(const Columns *columns, const Person *person, Room *room);
void count_and_pick(const Columns *columns, const Person *person, Room *room);

#endif
