import { run } from './command-line.ts';

// Whoever reads may stop in the middle: `show SXH | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = run(process.argv.slice(2), {
  say: line => console.log(line),
  complain: line => console.error(line),
});
