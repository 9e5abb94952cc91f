/*
 * Reads the columns and then people from its input, answers each one several times, and writes a line about the quickest time:
 * nanoseconds of the processor for each of the three sweeps, nanoseconds on the clock, and then the answer. How the input is laid out: sections.ts, which writes it.
 */
#define _GNU_SOURCE
#include "kernels.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

static void fail(const char *why) {
  fprintf(stderr, "yardstick: %s\n", why);
  exit(1);
}

static void *room_for(size_t bytes) {
  const size_t page = 2u << 20;
  const size_t size = (bytes + page - 1) / page * page + page;
  void *room = aligned_alloc(page, size);
  if (room == NULL) fail("out of memory");
  /* Rows are hopped over at random: with pages of two megabytes far fewer hops miss the table of pages. */
  madvise(room, size, MADV_HUGEPAGE);
  /* Touched before it is measured. */
  memset(room, 0, size);
  return room;
}

/* A section: its length in bytes as eight bytes, then these bytes. */
static size_t read_length(void) {
  uint64_t bytes;
  if (fread(&bytes, sizeof bytes, 1, stdin) != 1) fail("the input ends in the middle");
  return (size_t)bytes;
}

static void read_bytes(void *into, size_t bytes) {
  if (bytes > 0 && fread(into, 1, bytes, stdin) != bytes) fail("the input ends in the middle");
}

static const void *read_column(size_t *bytes) {
  *bytes = read_length();
  void *column = room_for(*bytes);
  read_bytes(column, *bytes);
  return column;
}

static Sliced read_sliced(uint32_t rows) {
  size_t bytes;
  Sliced column = {0};
  column.bits = read_column(&bytes);
  column.planes = (uint32_t)(bytes / sizeof *column.bits / ((rows + 31) / 32));
  column.stated = read_column(&bytes);
  return column;
}

/* Sections of a person are read into room that is used again. */
typedef struct {
  void *bytes;
  size_t size;
} Held;

static const void *read_part(Held *held, size_t *bytes) {
  *bytes = read_length();
  if (*bytes > held->size) {
    free(held->bytes);
    held->size = 2 * *bytes;
    held->bytes = room_for(held->size);
  }
  read_bytes(held->bytes, *bytes);
  return held->bytes;
}

static Columns read_columns(void) {
  size_t bytes;
  Columns columns = {0};
  columns.weights = read_column(&bytes);
  columns.shift = read_column(&bytes);
  columns.size = (uint32_t)(bytes / sizeof *columns.shift);
  columns.wage_max = read_column(&bytes);
  columns.essentials = read_column(&bytes);
  columns.row_weights = read_column(&bytes);
  columns.rank = read_column(&bytes);
  columns.carried = read_column(&bytes);
  columns.wages = read_sliced(columns.size);
  columns.latest_starts = read_sliced(columns.size);
  columns.from = read_column(&bytes);
  columns.demands = (uint32_t)((bytes / sizeof *columns.from - 1) / weight_classes);
  columns.rows = read_column(&bytes);
  columns.requirement_start = read_column(&bytes);
  columns.requirements = read_column(&bytes);
  columns.unprovable = read_column(&bytes);
  columns.unprovable_count = (uint32_t)(bytes / sizeof *columns.unprovable);
  columns.parts = read_column(&bytes);
  columns.part_count = (uint32_t)(bytes / sizeof *columns.parts);
  columns.words = (columns.size + 31) / 32;
  columns.part_values = read_column(&bytes);
  columns.part_bits = read_column(&bytes);
  columns.rare_bits = read_column(&bytes);
  columns.rare_rows = read_column(&bytes);
  columns.rare_values = read_column(&bytes);
  return columns;
}

enum { parts_of_person = 14 };

/* @returns how often to answer; nought when there is nobody left */
static uint32_t read_person(Held *held, Person *person) {
  int next = getc(stdin);
  if (next == EOF) return 0;
  ungetc(next, stdin);
  size_t bytes;
  const int32_t *numbers = read_part(&held[0], &bytes);
  const uint32_t repeats = (uint32_t)numbers[6];
  person->early_starts = (uint32_t)numbers[0];
  person->lowest_wage = (uint32_t)numbers[1];
  person->highest_wage = (uint32_t)numbers[2];
  person->unknown_wage = (uint32_t)numbers[3];
  person->counts_missing = (uint32_t)numbers[4];
  person->limit = (uint32_t)numbers[5];
  person->run_from = read_part(&held[1], &bytes);
  person->runs = (uint32_t)(bytes / sizeof *person->run_from);
  person->run_end = read_part(&held[2], &bytes);
  person->run_state = read_part(&held[3], &bytes);
  person->least_cents = read_part(&held[4], &bytes);
  person->part_states = read_part(&held[5], &bytes);
  person->part_states_from = read_part(&held[6], &bytes);
  person->touched = read_part(&held[7], &bytes);
  person->touched_count = (uint32_t)(bytes / sizeof *person->touched);
  person->credit = read_part(&held[8], &bytes);
  person->met_low = read_part(&held[9], &bytes);
  person->met_high = read_part(&held[10], &bytes);
  person->span_from = read_part(&held[11], &bytes);
  person->spans = (uint32_t)(bytes / sizeof *person->span_from);
  person->span_end = read_part(&held[12], &bytes);
  person->worth = read_part(&held[13], &bytes);
  return repeats;
}

static int64_t now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* The times of the quickest of all repeats, by the clock of the processor: others may use the machine too. */
static void answer(const Columns *columns, const Person *person, uint32_t repeats, Room *room) {
  int64_t best[3] = {0, 0, 0};
  int64_t least = INT64_MAX;
  int64_t waited = 0;
  for (uint32_t repeat = 0; repeat < repeats; repeat++) {
    const int64_t asked = now(CLOCK_MONOTONIC);
    const int64_t begun = now(CLOCK_THREAD_CPUTIME_ID);
    sweep_terms(columns, person, room);
    const int64_t swept = now(CLOCK_THREAD_CPUTIME_ID);
    sum_rows(columns, person, room);
    const int64_t summed = now(CLOCK_THREAD_CPUTIME_ID);
    count_and_pick(columns, person, room);
    const int64_t picked = now(CLOCK_THREAD_CPUTIME_ID);
    const int64_t answered = now(CLOCK_MONOTONIC);
    if (picked - begun >= least) continue;
    least = picked - begun;
    waited = answered - asked;
    best[0] = swept - begun;
    best[1] = summed - swept;
    best[2] = picked - summed;
  }
  printf("%lld %lld %lld %lld", (long long)best[0], (long long)best[1], (long long)best[2], (long long)waited);
  printf(" %u %u %u %u", room->fit_low, room->fit_high, room->eligible_low, room->eligible_high);
  for (uint32_t at = 0; at < room->best_count; at++) {
    const Found *one = &room->best[at];
    printf(" %u:%u:%u:%u:%u:%u", one->row, one->is_sure, one->fits_low, one->fits_high, one->of, one->out_of);
  }
  printf("\n");
  fflush(stdout);
}

int main(void) {
  static char buffer[1 << 20];
  setvbuf(stdin, buffer, _IOFBF, sizeof buffer);
  const Columns columns = read_columns();
  Held held[parts_of_person] = {{NULL, 0}};
  Held best = {NULL, 0};
  Room room = {0};
  room.open = room_for((size_t)columns.words * sizeof *room.open);
  room.sure = room_for((size_t)columns.words * sizeof *room.sure);
  room.late = room_for((size_t)columns.words * sizeof *room.late);
  room.unmet = room_for((size_t)columns.words * sizeof *room.unmet);
  room.unknown = room_for((size_t)columns.words * sizeof *room.unknown);
  room.other = room_for((size_t)columns.words * sizeof *room.other);
  room.sums = room_for((size_t)columns.size * sizeof *room.sums);
  for (;;) {
    Person person;
    const uint32_t repeats = read_person(held, &person);
    if (repeats == 0) return 0;
    const size_t needed = ((size_t)person.limit + 1) * sizeof *room.best;
    if (needed > best.size) {
      free(best.bytes);
      best.bytes = room_for(needed);
      best.size = needed;
    }
    room.best = best.bytes;
    answer(&columns, &person, repeats, &room);
  }
}
