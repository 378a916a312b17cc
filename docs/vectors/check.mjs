// Checks the test vectors in this folder with libsodium.js, and makes such vectors with it. Shares no code with Ishenim:
// it is written from docs/envelopes.md alone.
//
//   npm install libsodium-wrappers-sumo      (anywhere above or beside; not in this repository)
//   node check.mjs                           checks every *.json here, in both directions
//   node check.mjs make                      writes from-libsodium-js.json anew
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const sodium = createRequire(join(process.cwd(), 'x.js'))('libsodium-wrappers-sumo');
await sodium.ready;
const here = import.meta.dirname;

const hex = bytes => Buffer.from(bytes).toString('hex');
const bytes = text => new Uint8Array(Buffer.from(text, 'hex'));
const utf8 = text => new Uint8Array(Buffer.from(text, 'utf8'));
const join8 = (...parts) => new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part))));
const guid = id => bytes(id.replaceAll('-', ''));
const int32 = number => { const b = Buffer.alloc(4); b.writeInt32BE(number); return b; };
const content = length => Uint8Array.from({ length }, (_, i) => (i + Math.floor(i / 251)) & 255);

const classes = { Letter: 1, Reply: 2, Desk: 3, Original: 4, Identity: 5 };
const kinds = { Text: 1, FileName: 2, File: 3, Identity: 4, Facts: 5, Note: 6, Draft: 7, Reason: 8 };
const sides = { Writer: 1, School: 2 };
const header = letter => join8(utf8('ISH' + letter), [1]);
const partOf = l => join8(guid(l.school), guid(l.appeal), guid(l.part), [classes[l.class]], int32(l.epoch), [kinds[l.kind]], [sides[l.side]], int32(l.sequence));
const grantOf = l => join8(guid(l.school), guid(l.appeal), [classes[l.class]], int32(l.epoch), guid(l.recipient));

// XChaCha20-Poly1305: header, nonce, ciphertext
function seal(head, plain, key, label) {
  const nonce = sodium.randombytes_buf(24);
  return join8(head, nonce, sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, join8(head, label), null, nonce, key));
}
function open(head, sealed, key, label) {
  assert.equal(hex(sealed.slice(0, 5)), hex(head));
  return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.slice(29), join8(head, label), sealed.slice(5, 29), key);
}

const hash = (purpose, data, key = null) => sodium.crypto_generichash(32, join8(utf8(purpose), [0], data), key);
const argon = (secret, v, length = 64) => sodium.crypto_pwhash(length, secret, bytes(v.salt), v.operations, v.memoryBytes, sodium.crypto_pwhash_ALG_ARGON2ID13);

// Texts: ISO/IEC 7816-4 padding to 2 KiB
const sealText = v => seal(header('t'), sodium.pad(utf8(v.text), 2048), bytes(v.key), partOf(v.label));
function checkText(v) {
  const padded = open(header('t'), bytes(v.sealed), bytes(v.key), partOf(v.label));
  assert.equal(padded.length % 2048, 0);
  assert.equal(Buffer.from(sodium.unpad(padded, 2048)).toString('utf8'), v.text);
}

// Files: secretstream, each chunk a count, content, zeros; padded by Padmé
function padme(length) {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const block = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / block) * block;
}
function sealFile(v) {
  const head = header('f'), associated = join8(head, partOf(v.label)), plain = content(v.length), padded = padme(v.length);
  const stream = sodium.crypto_secretstream_xchacha20poly1305_init_push(bytes(v.key));
  const out = [head, stream.header];
  for (let at = 0, last = false; !last; at += 65536) {
    const size = Math.min(65536, padded - at), part = plain.slice(at, at + size);
    last = at + size >= padded;
    const message = join8(int32(part.length), part, new Uint8Array(size - part.length));
    out.push(sodium.crypto_secretstream_xchacha20poly1305_push(stream.state, message, associated,
      last ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
  }
  return join8(...out);
}
function checkFile(v) {
  const sealed = new Uint8Array(Buffer.from(v.sealedBase64, 'base64')), head = header('f');
  assert.equal(hex(sealed.slice(0, 5)), hex(head));
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(sealed.slice(5, 29), bytes(v.key));
  const plain = [];
  let padded = 0, ended = false, at = 29, tag = 0;
  while (tag !== sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
    const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed.slice(at, at + 65557), join8(head, partOf(v.label)));
    assert.ok(pulled, 'chunk is genuine');
    at += 65557;
    tag = pulled.tag;
    const count = Buffer.from(pulled.message).readInt32BE(), size = pulled.message.length - 4;
    assert.ok(count <= size && !(ended && count > 0) && pulled.message.slice(4 + count).every(b => b === 0), 'padding is right');
    ended ||= count < size;
    padded += size;
    plain.push(pulled.message.slice(4, 4 + count));
  }
  assert.ok(at >= sealed.length, 'nothing after the end');
  assert.equal(hex(join8(...plain)), hex(content(v.length)));
  assert.equal(padded, padme(v.length));
}

// Grants: crypto_box_seal over header, label and key
const sealGrant = v => join8(header('g'), sodium.crypto_box_seal(join8(header('g'), grantOf(v.label), bytes(v.classKey)), bytes(v.publicKey)));
function checkGrant(v) {
  assert.equal(hex(sodium.crypto_scalarmult_base(bytes(v.privateKey))), v.publicKey);
  const sealed = bytes(v.sealed);
  assert.equal(hex(sealed.slice(0, 5)), hex(header('g')));
  assert.equal(hex(sodium.crypto_box_seal_open(sealed.slice(5), bytes(v.publicKey), bytes(v.privateKey))),
    hex(join8(header('g'), grantOf(v.label), bytes(v.classKey))));
}

// Staff locks
function lock(v) {
  const stretched = argon(utf8(v.passphrase.normalize('NFC')), v), label = join8(guid(v.school), guid(v.person));
  return { key: stretched.slice(0, 32), verifier: hash('Ishenim staff verifier 1', stretched.slice(32)), label };
}
function sealLock(v) {
  const { key, verifier, label } = lock(v);
  return { verifier: hex(verifier), wrappedPrivateKey: hex(seal(header('k'), bytes(v.privateKey), key, label)), wrappedSecondFactor: hex(seal(header('o'), bytes(v.secondFactor), key, label)) };
}
function checkLock(v) {
  const { key, verifier, label } = lock(v);
  assert.equal(hex(verifier), v.verifier);
  assert.equal(hex(open(header('k'), bytes(v.wrappedPrivateKey), key, label)), v.privateKey);
  assert.equal(hex(open(header('o'), bytes(v.wrappedSecondFactor), key, label)), v.secondFactor);
}

// Recovery sheets: Crockford's base 32 with the check of Bech32m
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
function digits(data, count) {
  const bits = [...data].map(b => b.toString(2).padStart(8, '0')).join('').padEnd(count * 5, '0');
  return Array.from({ length: count }, (_, i) => parseInt(bits.slice(i * 5, i * 5 + 5), 2));
}
function bech32m(prefix, data) {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  const codes = [...prefix].map(c => c.charCodeAt(0));
  let sum = 1;
  for (const value of [...codes.map(c => c >> 5), 0, ...codes.map(c => c & 31), ...data, 0, 0, 0, 0, 0, 0]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generator.forEach((g, i) => { if (top >> i & 1) sum ^= g; });
  }
  sum ^= 0x2bc830a3;
  return Array.from({ length: 6 }, (_, i) => sum >>> (5 * (5 - i)) & 31);
}
const fours = (values, separator) => values.map(d => alphabet[d]).join('').match(/.{4}/g).join(separator);
function groups(secret) { const d = digits(secret, 26); return fours([...d, ...bech32m('ishenim', d)], ' '); }
const recoveryKey = v => hash('Ishenim recovery sheet 1', [], bytes(v.secret));
const sealRecovery = v => seal(header('r'), bytes(v.privateKey), recoveryKey(v), join8(guid(v.school), guid(v.person)));
function checkRecovery(v) {
  assert.equal(groups(bytes(v.secret)), v.groups);
  assert.equal(hex(open(header('r'), bytes(v.wrapped), recoveryKey(v), join8(guid(v.school), guid(v.person)))), v.privateKey);
}

// Sessions, codes, fingerprints
const sessionOf = v => join8(guid(v.school), guid(v.person), guid(v.session));
const sealSession = v => seal(header('s'), bytes(v.privateKey), bytes(v.sessionKey), sessionOf(v));
const checkSession = v => assert.equal(hex(open(header('s'), bytes(v.wrapped), bytes(v.sessionKey), sessionOf(v))), v.privateKey);
function deriveCode(v) {
  const stretched = argon(utf8(v.code), v), pair = sodium.crypto_box_seed_keypair(stretched.slice(32));
  return { lookup: hex(hash('Ishenim code lookup 1', stretched.slice(0, 32))), privateKey: hex(pair.privateKey), publicKey: hex(pair.publicKey) };
}
const checkCode = v => assert.deepEqual(deriveCode(v), { lookup: v.lookup, privateKey: v.privateKey, publicKey: v.publicKey });
const fingerprint = v => fours(digits(hash('Ishenim key fingerprint 1', bytes(v.publicKey)).slice(0, 13), 20).slice(0, 20), '-');
const checkFingerprint = v => assert.equal(fingerprint(v), v.fingerprint);

const checks = {
  texts: checkText, files: checkFile, grants: checkGrant, staffLocks: checkLock,
  recoveries: checkRecovery, sessions: checkSession, codes: checkCode, fingerprints: checkFingerprint,
};

// The same cases as Ishenim's file, sealed here with fresh nonces.
function make() {
  const like = JSON.parse(readFileSync(join(here, 'from-ishenim.json'), 'utf8'));
  like.madeBy = `libsodium.js, libsodium ${sodium.sodium_version_string()}`;
  for (const v of like.texts) v.sealed = hex(sealText(v));
  for (const v of like.files) v.sealedBase64 = Buffer.from(sealFile(v)).toString('base64');
  for (const v of like.grants) v.sealed = hex(sealGrant(v));
  for (const v of like.staffLocks) Object.assign(v, sealLock(v));
  for (const v of like.recoveries) Object.assign(v, { groups: groups(bytes(v.secret)), wrapped: hex(sealRecovery(v)) });
  for (const v of like.sessions) v.wrapped = hex(sealSession(v));
  for (const v of like.codes) Object.assign(v, deriveCode(v));
  for (const v of like.fingerprints) v.fingerprint = fingerprint(v);
  writeFileSync(join(here, 'from-libsodium-js.json'), JSON.stringify(like, null, 2) + '\n');
}

if (process.argv[2] === 'make') make();
let count = 0;
for (const file of readdirSync(here).filter(name => name.endsWith('.json'))) {
  const vectors = JSON.parse(readFileSync(join(here, file), 'utf8'));
  for (const [name, check] of Object.entries(checks))
    for (const vector of vectors[name]) { check(vector); count++; }
}
console.log(`${count} vectors checked`);
