import type { RegisterCommand } from '#shared/case/commands.ts';
import type { Instant } from '#shared/core/instant.ts';

export const PROCEDURE = 'phoenix-community';

/** A case as the window registers it; they differ, and come in over the days of one month. */
export function sampleCase(n: number): RegisterCommand {
  const day = String(1 + (n % 28)).padStart(2, '0');
  const minute = String(n % 60).padStart(2, '0');
  return {
    procedure: PROCEDURE,
    receivedAt: `2026-10-${day}T09:${minute}:00+08:00` as Instant,
    values: {
      matter_kind: 'complaint',
      intake_channel: 'visit',
      complainant_name: `试填${n}`,
      complainant_phone: '13800138000',
      facts: `第 ${n} 件：${'三号楼楼道灯坏了三天，晚上看不见台阶。'.repeat(8)}`,
    },
  };
}
