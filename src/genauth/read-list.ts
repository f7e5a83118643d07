import type { z } from 'zod'

export type Listed<T> =
  | { ok: true; list: T[]; totalCount: number | null }
  | { ok: false; why: string }

/**
 * Reads a list as tolerantly as GenAuth writes it: a bare array, `{totalCount, list}`, a single
 * object where an array is documented, JSON as text, or null for an empty one. Nothing else reads as
 * empty, and one item that cannot be read spoils the list: "not in the list" is what proves that
 * something was removed.
 */
export function readList<T>(data: unknown, item: z.ZodType<T>): Listed<T> {
  const { items, totalCount } = unwrapped(data)
  if (items === undefined) return { ok: false, why: 'data is not a list' }
  const list: T[] = []
  for (const [index, one] of items.entries()) {
    const read = item.safeParse(one)
    if (!read.success) {
      const [issue] = read.error.issues
      return {
        ok: false,
        why: `item ${index} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
      }
    }
    list.push(read.data)
  }
  return { ok: true, list, totalCount }
}

type Unwrapped = { items: readonly unknown[] | undefined; totalCount: number | null }

function unwrapped(data: unknown): Unwrapped {
  if (typeof data !== 'object' || data === null || !('list' in data || 'totalCount' in data)) {
    return { items: items(data), totalCount: null }
  }
  const totalCount =
    'totalCount' in data && typeof data.totalCount === 'number' ? data.totalCount : null
  if ('list' in data) return { items: items(data.list), totalCount }
  return { items: totalCount === 0 ? [] : undefined, totalCount }
}

function items(value: unknown): readonly unknown[] | undefined {
  if (value === null) return []
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return fromText(value)
  return typeof value === 'object' && Object.keys(value).length > 0 ? [value] : undefined
}

function fromText(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
