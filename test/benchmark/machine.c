/* The two limits of a machine: f32 multiply-adds and memory traffic.
 *
 *   cc -O3 -march=native -shared -fPIC machine.c -o machine.so
 */

#include <stddef.h>
#include <stdint.h>

#if defined(__AVX512F__)
#define LANES 16
#elif defined(__AVX__)
#define LANES 8
#else
#define LANES 4
#endif
typedef float vec __attribute__((vector_size(4 * LANES)));

#if defined(__FMA__)
#define FMA(s)                                                                 \
  __asm__ volatile("vfmadd231ps %2, %1, %0" : "+v"(s) : "v"(a), "v"(b))
#elif defined(__aarch64__)
#define FMA(s)                                                                 \
  __asm__ volatile("fmla %0.4s, %1.4s, %2.4s" : "+w"(s) : "w"(a), "w"(b))
#else
#error "no multiply-add is known for this processor"
#endif

/* Runs 12 independent chains of multiply-adds; returns the FLOPs that took. */
double multiply_adds(int64_t rounds) {
  vec a = {0}, b = a, s0 = a, s1 = a, s2 = a, s3 = a, s4 = a, s5 = a;
  vec s6 = a, s7 = a, s8 = a, s9 = a, s10 = a, s11 = a;
  for (int64_t r = 0; r < rounds; ++r) {
    FMA(s0);
    FMA(s1);
    FMA(s2);
    FMA(s3);
    FMA(s4);
    FMA(s5);
    FMA(s6);
    FMA(s7);
    FMA(s8);
    FMA(s9);
    FMA(s10);
    FMA(s11);
  }
  return (double)rounds * 12 * LANES * 2;
}

/* One read and one write an element. */
void scale(float *restrict to, const float *restrict from, size_t count) {
  for (size_t i = 0; i < count; ++i)
    to[i] = from[i] * 0.5f;
}

/* The same past the caches, which suits where the result does not fit them. */
void scale_past_caches(float *to, const float *from, size_t count) {
  for (size_t i = 0; i + LANES <= count; i += LANES) {
    vec v = *(const vec *)(from + i) * 0.5f;
#if defined(__clang__)
    __builtin_nontemporal_store(v, (vec *)(to + i));
#elif defined(__AVX512F__)
    __builtin_ia32_movntps512(to + i, v);
#elif defined(__AVX__)
    __builtin_ia32_movntps256(to + i, v);
#else
    *(vec *)(to + i) = v;
#endif
  }
}
