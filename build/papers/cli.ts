import { run } from './papers.command.ts';

// Whoever reads may stop in the middle: `papers … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Once: what is begun is finished and listed. Twice: at once.
const stop = new AbortController();
process.once('SIGINT', () => {
  console.error('正在停下……再按一次 Ctrl-C 立即结束');
  stop.abort();
});
process.once('SIGTERM', () => stop.abort());

process.exitCode = await run(process.argv.slice(2), {
  say: line => console.log(line),
  complain: line => console.error(line),
  stop: stop.signal,
});
