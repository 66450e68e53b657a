/* SipHash-1-3: the hash of text and bytes.
 *
 * CPython 3.11 hashes the raw bytes of str and bytes with SipHash, one round per word and three at the end, under a key
 * drawn from PYTHONHASHSEED. Seed 0 means the key of zeros, and that is the only key here: sets and dicts of strings then
 * iterate in the order in which CPython shows them under that seed, in every run.
 * Source of behaviour: CPython's pyhash.c, siphash13 and _Py_HashBytes.
 */
#include "python/objects/str.h"

#include <string.h>

typedef struct SipState { uint64_t a, b, c, d; } SipState;

static inline uint64_t rotate_left(uint64_t x, int bits) { return x << bits | x >> (64 - bits); }

static inline void sip_round(SipState *s)
{
    s->a += s->b;
    s->c += s->d;
    s->b = rotate_left(s->b, 13) ^ s->a;
    s->d = rotate_left(s->d, 16) ^ s->c;
    s->a = rotate_left(s->a, 32);
    s->c += s->b;
    s->a += s->d;
    s->b = rotate_left(s->b, 17) ^ s->c;
    s->d = rotate_left(s->d, 21) ^ s->a;
    s->c = rotate_left(s->c, 32);
}

static inline void sip_word(SipState *s, uint64_t word)
{
    s->d ^= word;
    sip_round(s);
    s->a ^= word;
}

static uint64_t siphash13(const uint8_t *data, size_t length)
{
    /* The key would be xored into these four words ("somepseudorandomlygeneratedbytes"); it is zero. */
    SipState s = {UINT64_C(0x736f6d6570736575), UINT64_C(0x646f72616e646f6d),
                  UINT64_C(0x6c7967656e657261), UINT64_C(0x7465646279746573)};
    size_t left = length;
    uint64_t word;
    for (; left >= 8; left -= 8, data += 8) {
        memcpy(&word, data, 8);
        sip_word(&s, word);
    }
    word = 0;
    memcpy(&word, data, left);
    sip_word(&s, word | (uint64_t)length << 56);
    s.c ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(&s);
    return s.a ^ s.b ^ s.c ^ s.d;
}

uint64_t hash_bytes(const void *data, size_t length)
{
    if (length == 0)
        return 0;
    uint64_t hash = siphash13(data, length);
    return hash == UINT64_MAX ? UINT64_MAX - 1 : hash;   /* -1 says "error" or "not computed" */
}
