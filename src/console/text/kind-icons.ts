import type { LucideIcon } from 'lucide-react'
import AtSign from 'lucide-react/icons/at-sign'
import CaseSensitive from 'lucide-react/icons/case-sensitive'
import FolderSync from 'lucide-react/icons/folder-sync'
import Hash from 'lucide-react/icons/hash'
import IdCard from 'lucide-react/icons/id-card'
import Link from 'lucide-react/icons/link'
import Phone from 'lucide-react/icons/phone'
import User from 'lucide-react/icons/user'
import type { Looks } from '#contract/detect.ts'
import type { UserIdType } from '#contract/user-id-type.ts'

/** A sign for each kind of id. */
export const kindIcons: Record<UserIdType, LucideIcon> = {
  user_id: Hash,
  email: AtSign,
  phone: Phone,
  username: User,
  external_id: IdCard,
  identity: Link,
  sync_relation: FolderSync,
}

/** A sign for what a value looks like. */
export const looksIcons: Record<Looks, LucideIcon> = {
  user_id: Hash,
  email: AtSign,
  identity: Link,
  sync_relation: FolderSync,
  number: Hash,
  text: CaseSensitive,
}
