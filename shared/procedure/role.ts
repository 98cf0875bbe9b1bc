import { z } from 'zod';

/** Who may do what; one person may hold several. */
export const ROLES = ['registrar', 'handler', 'supervisor', 'records-officer', 'administrator'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;
