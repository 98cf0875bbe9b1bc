import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { guarded } from './guard.ts';

type Surface = Pick<
  SafeStorage,
  'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable'
>;

const key = createHash('sha256').update('known to everybody, as that of basic_text').digest();
const NONCE = 12;
const TAG = 16;

/** Protects nothing: like Electron's `basic_text`, where no keyring of the desktop is to be had. */
export const safeStorage = guarded<Surface>('safeStorage', {
  getSelectedStorageBackend: () => 'basic_text',
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync(plainText) {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Promise.resolve(Buffer.concat([nonce, body, cipher.getAuthTag()]));
  },
  async decryptStringAsync(encrypted) {
    await Promise.resolve();
    const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, NONCE));
    decipher.setAuthTag(encrypted.subarray(-TAG));
    const plain = Buffer.concat([decipher.update(encrypted.subarray(NONCE, -TAG)), decipher.final()]);
    return { result: plain.toString('utf8'), shouldReEncrypt: false };
  },
});
