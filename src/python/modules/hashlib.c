/* Digests for hashlib, and for random's seeds from text: MD5, SHA-1 and the SHA-2 family, by RFC 1321 and FIPS 180-4.
 * One function for each, over the whole message; hashlib.py keeps what was fed so far. */
#include <math.h>
#include <string.h>

#include "python/modules/module.h"
#include "python/text.h"
#include "python/vm.h"

static uint32_t left(uint32_t x, int n) { return x << n | x >> (32 - n); }
static uint32_t right(uint32_t x, int n) { return x >> n | x << (32 - n); }
static uint64_t right64(uint64_t x, int n) { return x >> n | x << (64 - n); }

static uint64_t load(const uint8_t *p, int size, bool big)
{
    uint64_t value = 0;
    for (int i = 0; i < size; i++)
        value |= (uint64_t)p[i] << 8 * (big ? size - 1 - i : i);
    return value;
}

static void store(uint8_t *p, uint64_t value, int size, bool big)
{
    for (int i = 0; i < size; i++)
        p[i] = (uint8_t)(value >> 8 * (big ? size - 1 - i : i));
}

/* ---- the rounds; every constant is a fractional part, computed, not written out ---- */

typedef struct Digest {
    uint64_t state[8];
    uint64_t constants[80];
} Digest;

typedef void (*Rounds)(Digest *d, const uint8_t *block);

/* floor(2^32 * |sin(i + 1)|) */
static void md5_constants(Digest *d)
{
    for (int i = 0; i < 64; i++)
        d->constants[i] = (uint64_t)(fabs(sin(i + 1)) * 4294967296.0);
}

static void md5_rounds(Digest *d, const uint8_t *block)
{
    static const uint8_t shifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    static const uint8_t factors[4] = {1, 5, 3, 7}, offsets[4] = {0, 1, 5, 0};
    uint32_t a = (uint32_t)d->state[0], b = (uint32_t)d->state[1], c = (uint32_t)d->state[2], e = (uint32_t)d->state[3];
    for (int i = 0; i < 64; i++) {
        int round = i / 16, word = (factors[round] * i + offsets[round]) % 16;
        uint32_t f = round == 0 ? (b & c) | (~b & e) : round == 1 ? (e & b) | (~e & c) : round == 2 ? b ^ c ^ e
                                                                                                   : c ^ (b | ~e);
        f += a + (uint32_t)d->constants[i] + (uint32_t)load(block + 4 * word, 4, false);
        a = e;
        e = c;
        c = b;
        b += left(f, shifts[round][i % 4]);
    }
    uint32_t sums[] = {a, b, c, e};
    for (int i = 0; i < 4; i++)
        d->state[i] = ((uint32_t)d->state[i] + sums[i]) & 0xffffffffu;
}

static void sha1_rounds(Digest *d, const uint8_t *block)
{
    static const uint32_t k[] = {0x5a827999u, 0x6ed9eba1u, 0x8f1bbcdcu, 0xca62c1d6u};
    uint32_t w[80], s[5];
    for (int i = 0; i < 80; i++)
        w[i] = i < 16 ? (uint32_t)load(block + 4 * i, 4, true) : left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 5; i++)
        s[i] = (uint32_t)d->state[i];
    for (int i = 0; i < 80; i++) {
        int round = i / 20;
        uint32_t f = round == 0 ? (s[1] & s[2]) | (~s[1] & s[3])
                   : round == 2 ? (s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3]) : s[1] ^ s[2] ^ s[3];
        uint32_t sum = left(s[0], 5) + f + s[4] + k[round] + w[i];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = left(s[1], 30);
        s[1] = s[0];
        s[0] = sum;
    }
    for (int i = 0; i < 5; i++)
        d->state[i] = ((uint32_t)d->state[i] + s[i]) & 0xffffffffu;
}

/* The first bits of the fractional part of the n-th root (2 or 3) of a prime: the largest f with f^n <= prime * 2^(n*64),
 * found bit by bit in 256 bits of four words. */
static bool power_fits(const uint64_t *root, int n, uint64_t prime)
{
    uint64_t product[4] = {root[1], root[0], 0, 0};    /* root * 2^64, lowest word first */
    for (int times = 1; times < n; times++) {
        uint64_t next[4] = {0};
        for (int i = 0; i < 2; i++) {
            unsigned __int128 carry = 0;
            for (int j = 0; i + j < 4; j++) {
                carry += (unsigned __int128)(i == 0 ? root[1] : root[0]) * product[j] + next[i + j];
                next[i + j] = (uint64_t)carry;
                carry >>= 64;
            }
        }
        memcpy(product, next, sizeof next);
    }
    /* now root^n * 2^(64 n), whose whole part starts at word n */
    return product[n] < prime;
}

static uint64_t root_fraction(uint64_t prime, int n)
{
    uint64_t root[2] = {1, 0};
    for (uint64_t whole = 2; (n == 2 ? whole * whole : whole * whole * whole) <= prime; whole++)
        root[0] = whole;
    for (int bit = 63; bit >= 0; bit--) {
        root[1] |= UINT64_C(1) << bit;
        if (!power_fits(root, n, prime))
            root[1] &= ~(UINT64_C(1) << bit);
    }
    return root[1];
}

static bool is_prime(int n)
{
    for (int i = 2; i * i <= n; i++)
        if (n % i == 0)
            return false;
    return true;
}

/* Cube roots of the first primes, cut to as many bits as a word has. */
static void sha2_constants(Digest *d, int count, int bits)
{
    for (int i = 0, n = 2; i < count; n++)
        if (is_prime(n))
            d->constants[i++] = root_fraction((uint64_t)n, 3) >> (64 - bits);
}

/* Square roots of eight primes, from the `skip`-th on. */
static void sha2_state(Digest *d, int skip, int bits)
{
    for (int i = -skip, n = 2; i < 8; n++)
        if (is_prime(n)) {
            if (i >= 0)
                d->state[i] = root_fraction((uint64_t)n, 2) >> (64 - bits);
            i++;
        }
}

static void sha256_rounds(Digest *d, const uint8_t *block)
{
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)load(block + 4 * i, 4, true);
    for (int i = 16; i < 64; i++) {
        uint32_t x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (right(x, 7) ^ right(x, 18) ^ x >> 3) + w[i - 7] + (right(y, 17) ^ right(y, 19) ^ y >> 10);
    }
    for (int i = 0; i < 8; i++)
        s[i] = (uint32_t)d->state[i];
    for (int i = 0; i < 64; i++) {
        uint32_t e = s[4], a = s[0];
        uint32_t one = s[7] + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & s[5]) ^ (~e & s[6])) +
                       (uint32_t)d->constants[i] + w[i];
        uint32_t two = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += one;
        s[0] = one + two;
    }
    for (int i = 0; i < 8; i++)
        d->state[i] = ((uint32_t)d->state[i] + s[i]) & 0xffffffffu;
}

static void sha512_rounds(Digest *d, const uint8_t *block)
{
    uint64_t w[80], s[8];
    for (int i = 0; i < 16; i++)
        w[i] = load(block + 8 * i, 8, true);
    for (int i = 16; i < 80; i++) {
        uint64_t x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (right64(x, 1) ^ right64(x, 8) ^ x >> 7) + w[i - 7] +
               (right64(y, 19) ^ right64(y, 61) ^ y >> 6);
    }
    memcpy(s, d->state, sizeof s);
    for (int i = 0; i < 80; i++) {
        uint64_t e = s[4], a = s[0];
        uint64_t one = s[7] + (right64(e, 14) ^ right64(e, 18) ^ right64(e, 41)) + ((e & s[5]) ^ (~e & s[6])) +
                       d->constants[i] + w[i];
        uint64_t two = (right64(a, 28) ^ right64(a, 34) ^ right64(a, 39)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof *s);
        s[4] += one;
        s[0] = one + two;
    }
    for (int i = 0; i < 8; i++)
        d->state[i] += s[i];
}

/* ---- whole messages ---- */

typedef struct Algorithm {
    const char *name;
    Rounds rounds;
    int block, word, digest;   /* bytes */
    bool big;                  /* words are stored with the highest byte first */
} Algorithm;

static const Algorithm algorithms[] = {
    {"md5", md5_rounds, 64, 4, 16, false},      {"sha1", sha1_rounds, 64, 4, 20, true},
    {"sha224", sha256_rounds, 64, 4, 28, true}, {"sha256", sha256_rounds, 64, 4, 32, true},
    {"sha384", sha512_rounds, 128, 8, 48, true}, {"sha512", sha512_rounds, 128, 8, 64, true},
};

static void digest_start(Digest *d, const Algorithm *a)
{
    static const uint32_t first[] = {0x67452301u, 0xefcdab89u, 0x98badcfeu, 0x10325476u, 0xc3d2e1f0u};
    memset(d, 0, sizeof *d);
    for (int i = 0; i < 5; i++)
        d->state[i] = first[i];
    if (a->rounds == md5_rounds)
        md5_constants(d);
    if (a->rounds == sha256_rounds)
        sha2_constants(d, 64, 32);
    if (a->rounds == sha512_rounds)
        sha2_constants(d, 80, 64);
    if (a->digest == 32)
        sha2_state(d, 0, 32);
    if (a->digest >= 48)
        sha2_state(d, a->digest == 48 ? 8 : 0, 64);
    if (a->digest == 28) {     /* the lower halves of what SHA-384 starts from */
        sha2_state(d, 8, 64);
        for (int i = 0; i < 8; i++)
            d->state[i] &= 0xffffffffu;
    }
}

/* The message, a bit, zeros, and its length in bits at the end of the last block. */
static void digest_message(Digest *d, const Algorithm *a, const uint8_t *data, size_t length)
{
    size_t block = (size_t)a->block, done = 0;
    for (; done + block <= length; done += block)
        a->rounds(d, data + done);
    uint8_t tail[256] = {0};
    size_t rest = length - done, length_size = (size_t)a->word * 2;
    memcpy(tail, data + done, rest);
    tail[rest] = 0x80;
    size_t total = rest + 1 + length_size <= block ? block : 2 * block;
    store(tail + total - 8, (uint64_t)length * 8, 8, a->big);
    for (size_t i = 0; i < total; i += block)
        a->rounds(d, tail + i);
}

static const Algorithm *find_algorithm(Vm *vm, Object *name)
{
    for (size_t i = 0; is_str(vm, name) && i < sizeof algorithms / sizeof *algorithms; i++)
        if (str_equals_c(name, algorithms[i].name))
            return &algorithms[i];
    return vm_raise(vm, TYPE_ValueError, "unsupported hash type %S", name);
}

static Object *digest(Vm *vm, Object *self, Object *const *args, size_t count, Object *names)
{
    Chars data;
    const Algorithm *a = args_check(vm, "digest", count, 2, 2) ? find_algorithm(vm, args[0]) : NULL;
    if (!a || !text_from_bytes_like(vm, args[1], &data))
        return NULL;
    Digest d;
    digest_start(&d, a);
    digest_message(&d, a, data.data, (size_t)data.length);
    uint8_t out[64];
    for (int i = 0; i < a->digest; i += a->word)
        store(out + i, d.state[i / a->word], a->word, a->big);
    return bytes_from(vm, out, (size_t)a->digest);
}

static const MethodDef hashlib_functions[] = {
    {"digest", digest, METHOD_FAST, "digest(name, data) -> the hash of the bytes by that algorithm"}, {0},
};

const ModuleDef hashlib_c_module = {"_hashlib", NULL, hashlib_functions, NULL};
