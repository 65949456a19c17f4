const WORD = 2 ** 32;

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** The first 32 bits of the fractional parts of a root of the first primes. */
function fractions(nPrimes: number, root: (prime: number) => number): Int32Array {
  const words = new Int32Array(nPrimes);
  for (let prime = 2, i = 0; i < nPrimes; prime++) {
    if (!isPrime(prime)) continue;
    const value = root(prime);
    words[i++] = Math.floor((value - Math.floor(value)) * WORD);
  }
  return words;
}

const START = fractions(8, Math.sqrt);
const ROUND = fractions(64, Math.cbrt);

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** First bits of a character by the number of bytes that follow. */
const LEAD = [0, 0xc0, 0xe0, 0xf0];

/** UTF-8; half of a surrogate pair becomes U+FFFD, as in a file that is written. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  let n = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    const nMore = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[n++] = nMore === 0 ? code : LEAD[nMore]! | (code >> (6 * nMore));
    for (let i = nMore - 1; i >= 0; i--) bytes[n++] = 0x80 | ((code >> (6 * i)) & 0x3f);
  }
  return bytes.subarray(0, n);
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 of 32 bytes: 43 digits and one "=". */
function base64(hash: Int32Array): string {
  const bit = (i: number): number => (i < 256 ? (hash[i >> 5]! >>> (31 - (i & 31))) & 1 : 0);
  const digits = Array.from({ length: 43 }, (_, i) => {
    let digit = 0;
    for (let j = 0; j < 6; j++) digit = 2 * digit + bit(6 * i + j);
    return DIGITS[digit]!;
  });
  return `${digits.join("")}=`;
}

/** The message with a 1, zeros, and its length in bits, in whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(blocks.length - 4, (bytes.length * 8) >>> 0);
  return blocks;
}

/** The message schedule of one block: its 16 words, and 48 made of them. */
function schedule(view: DataView, block: number, words: Int32Array): void {
  for (let t = 0; t < 16; t++) words[t] = view.getInt32(block + 4 * t);
  for (let t = 16; t < 64; t++) {
    const [near, far] = [words[t - 2]!, words[t - 15]!];
    const s0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
    const s1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    words[t] = words[t - 16]! + s0 + words[t - 7]! + s1;
  }
}

function compress(hash: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let t = 0; t < 64; t++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + ROUND[t]! + words[t]!) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + sum0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i]! += word;
  });
}

/**
 * SHA-256 of a text in UTF-8, as base64: what a content security policy names a script or a style by.
 *
 * @see FIPS 180-4 (2015), Secure Hash Standard, sections 4.1.2, 5.1.1 and 6.2.2. doi:10.6028/NIST.FIPS.180-4
 * @example
 * sha256Base64("abc"); // "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
 */
export function sha256Base64(text: string): string {
  const blocks = padded(utf8(text));
  const view = new DataView(blocks.buffer);
  const hash = START.slice();
  const words = new Int32Array(64);
  for (let block = 0; block < blocks.length; block += 64) {
    schedule(view, block, words);
    compress(hash, words);
  }
  return base64(hash);
}
