import os from 'node:os';

/** One line, so that figures are never read without what they were measured on. */
export function machine(): string {
  const [cpu] = os.cpus();
  const load = os.loadavg()[0]?.toFixed(1) ?? '?';
  const memory = (os.totalmem() / 1024 ** 3).toFixed(0);
  return [
    `${os.availableParallelism()} × ${cpu?.model.trim() ?? 'unknown processor'}`,
    `${memory} GiB`,
    `${os.type()} ${os.release()}`,
    `Node ${process.versions.node}`,
    `load at start ${load}`,
  ].join(', ');
}
