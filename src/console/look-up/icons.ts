import type { LucideIcon } from 'lucide-react'
import AtSign from 'lucide-react/icons/at-sign'
import CaseSensitive from 'lucide-react/icons/case-sensitive'
import FolderSync from 'lucide-react/icons/folder-sync'
import Hash from 'lucide-react/icons/hash'
import Link from 'lucide-react/icons/link'
import type { Looks } from '#contract/detect.ts'

/** A sign for what a value looks like. */
export const looksIcons: Record<Looks, LucideIcon> = {
  user_id: Hash,
  email: AtSign,
  identity: Link,
  sync_relation: FolderSync,
  number: Hash,
  text: CaseSensitive,
}
