import type { InBoth } from '#console/words/language.tsx'
import type { UserIdType } from '#contract/user-id-type.ts'

type KindWords = {
  /** As a label: *User ID*. */
  label: Record<UserIdType, string>
  /** Inside a sentence: *user ID*. */
  inText: Record<UserIdType, string>
}

/** The seven kinds of id, as labels and inside sentences. */
export const kindWords: InBoth<KindWords> = {
  en: {
    label: {
      user_id: 'User ID',
      email: 'E-mail',
      phone: 'Phone',
      username: 'Username',
      external_id: 'External ID',
      identity: 'Identity',
      sync_relation: 'Sync relation',
    },
    inText: {
      user_id: 'user ID',
      email: 'e-mail',
      phone: 'phone',
      username: 'username',
      external_id: 'external ID',
      identity: 'identity',
      sync_relation: 'sync relation',
    },
  },
  zh: {
    label: {
      user_id: '用户 ID',
      email: '邮箱',
      phone: '手机号',
      username: '用户名',
      external_id: '外部 ID',
      identity: '身份',
      sync_relation: '同步关系',
    },
    inText: {
      user_id: '用户 ID',
      email: '邮箱',
      phone: '手机号',
      username: '用户名',
      external_id: '外部 ID',
      identity: '身份',
      sync_relation: '同步关系',
    },
  },
}
