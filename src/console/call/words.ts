import type { InBoth } from '#console/words/language.tsx'
import type { ProblemCode } from './problem.ts'

/** Why the proxy sends somebody back to the sign-in page; told there as `?problem=…`. */
type SignInProblem = 'provider' | 'expired' | 'refused' | 'stale'

type ProblemWords = {
  sentences: Record<ProblemCode | SignInProblem, string>
  apiCode: string
  requestId: string
  upstreamRequestId: string
  tryAgain: string
}

const en: ProblemWords = {
  sentences: {
    bad_request: 'The request was not understood.',
    blank_list: 'The list is empty, or has blank or repeated rows.',
    sign_in_required: 'Your session has ended. Sign in again.',
    sign_in_failed: 'Signing in did not succeed. Try again.',
    no_role: 'You may sign in but have no role here.',
    role_required: 'Your role does not allow this.',
    fresh_sign_in_required:
      'This needs a sign-in that is at most five minutes old. Nothing was sent.',
    auth_time_missing:
      'The sign-in service does not say when you last signed in (auth_time), so this is refused. Ask whoever runs it.',
    approval_required: 'This needs a second person. Nothing was sent.',
    same_person:
      'Somebody else has to approve this: nobody approves what they asked for themselves.',
    cross_site: 'The request did not come from this page, so it was refused.',
    protected_user: 'This user is protected. Nobody may act on them from here.',
    yourself: 'This is your own account. You cannot act on yourself.',
    read_only: 'Everything that would change GenAuth is stopped for now.',
    not_found: 'This does not exist.',
    user_gone: 'This user no longer exists.',
    method_not_allowed: 'The request was not understood.',
    changed: 'This user has changed since you looked. Nothing was sent.',
    user_busy: 'Another act on this user is not settled yet. Nothing was sent.',
    preview_missing: 'Part of the user could not be read. Nothing was sent.',
    nothing_there: 'There is nothing left to remove. Nothing was sent.',
    wrong_state: 'This is no longer possible in the present state.',
    plan_changed: 'The list has changed since you looked. Nothing was sent.',
    plan_expired: 'The confirmation has lapsed. Confirm again.',
    too_large: 'The request is too large.',
    uri_too_long: 'The address is too long.',
    unsupported_media_type: 'The request was not understood.',
    misdirected: 'This page was opened under another address than the server’s own.',
    reason_required: 'A reason is required.',
    typed_words_differ: 'The words typed are not the ones asked for. Nothing was sent.',
    idempotency_key_reused: 'This was sent before with other contents. Nothing was sent now.',
    list_too_long: 'The list is too long for one batch.',
    list_on_its_way:
      'Another list of yours is still on its way. Wait until it is here, or stop it.',
    list_unreadable: 'The list cannot be read as text in rows.',
    too_many_requests: 'Too many requests in a short time. Wait a moment and try again.',
    header_too_large: 'The request is too large.',
    internal: 'Something went wrong in Leaver Desk.',
    upstream_refused: 'GenAuth refused.',
    upstream_unclear: 'GenAuth gave an answer that cannot be trusted.',
    cannot_record: 'The intent could not be written down, so nothing was sent.',
    database_silent:
      'The database of Leaver Desk does not answer. Look again before you repeat anything.',
    stopping: 'The server is stopping. Try again in a moment.',
    upstream_busy: 'GenAuth is busy. Try again in a moment.',
    upstream_silent: 'GenAuth did not answer in time.',
    offline: 'No answer came from the server.',
    provider:
      'The sign-in service cannot be reached, or gave an answer that cannot be trusted. Try again in a moment, or ask whoever runs Leaver Desk.',
    expired: 'This sign-in was begun too long ago, or is used up already. Begin again.',
    refused:
      'The sign-in was called off, was begun in another browser, or your access was taken away. Begin again in this browser, or ask whoever runs Leaver Desk.',
    stale:
      'The sign-in service did not confirm that you have just proved who you are. Sign out there and begin again, or ask whoever runs it.',
  },
  apiCode: 'apiCode',
  requestId: 'Request id',
  upstreamRequestId: 'GenAuth request id',
  tryAgain: 'Try again',
}

const zh: ProblemWords = {
  sentences: {
    bad_request: '无法理解该请求。',
    blank_list: '名单为空，或含有空行、重复行。',
    sign_in_required: '会话已结束，请重新登录。',
    sign_in_failed: '登录未成功，请重试。',
    no_role: '您可以登录，但在此没有角色。',
    role_required: '您的角色不允许此操作。',
    fresh_sign_in_required: '此操作需要五分钟以内的登录，未发送任何操作。',
    auth_time_missing:
      '登录服务未告知您上次登录的时间（auth_time），因此拒绝此操作。请联系其管理者。',
    approval_required: '此操作需要第二人批准，未发送任何操作。',
    same_person: '必须由他人批准：任何人都不能批准自己提出的请求。',
    cross_site: '请求并非来自本页面，已被拒绝。',
    protected_user: '该用户受保护，任何人都不能在此对其操作。',
    yourself: '这是您自己的账号，不能对自己操作。',
    read_only: '目前已停止一切会改变 GenAuth 的操作。',
    not_found: '该内容不存在。',
    user_gone: '该用户已不存在。',
    method_not_allowed: '无法理解该请求。',
    changed: '该用户在您查看之后已有变化，未发送任何操作。',
    user_busy: '对该用户的另一项操作尚未了结，未发送任何操作。',
    preview_missing: '该用户的部分信息未能读取，未发送任何操作。',
    nothing_there: '已没有可移除的内容，未发送任何操作。',
    wrong_state: '当前状态下已不能这样做。',
    plan_changed: '名单在您查看之后已有变化，未发送任何操作。',
    plan_expired: '确认已过期，请重新确认。',
    too_large: '请求过大。',
    uri_too_long: '地址过长。',
    unsupported_media_type: '无法理解该请求。',
    misdirected: '打开本页面所用的地址不是服务器自己的地址。',
    reason_required: '必须填写原因。',
    typed_words_differ: '输入的文字与要求不符，未发送任何操作。',
    idempotency_key_reused: '该操作此前已用其他内容发送，现未发送。',
    list_too_long: '名单超过单个批次的上限。',
    list_on_its_way: '您的另一份名单仍在上传，请等它传完或将其停止。',
    list_unreadable: '名单无法作为按行排列的文本读取。',
    too_many_requests: '短时间内请求过多，请稍后重试。',
    header_too_large: '请求过大。',
    internal: 'Leaver Desk 内部出错。',
    upstream_refused: 'GenAuth 拒绝了请求。',
    upstream_unclear: 'GenAuth 的应答不可信。',
    cannot_record: '无法记录操作意图，因此未发送。',
    database_silent: 'Leaver Desk 的数据库没有应答。重试之前请先重新查看。',
    stopping: '服务器正在停止，请稍后重试。',
    upstream_busy: 'GenAuth 繁忙，请稍后重试。',
    upstream_silent: 'GenAuth 未在规定时间内应答。',
    offline: '服务器没有应答。',
    provider: '无法连接登录服务，或其应答不可信。请稍后重试，或联系 Leaver Desk 的管理者。',
    expired: '此次登录开始得太久，或已被使用。请重新登录。',
    refused:
      '登录被取消，或是在另一个浏览器中开始的，或者您的权限已被收回。请在此浏览器中重新登录，或联系 Leaver Desk 的管理者。',
    stale: '登录服务未确认您刚刚验证过身份。请先在登录服务退出，再重新登录，或联系其管理者。',
  },
  apiCode: 'apiCode',
  requestId: '请求 ID',
  upstreamRequestId: 'GenAuth 请求 ID',
  tryAgain: '重试',
}

/** The sentence about a problem; of one that only a newer proxy knows, that something went wrong. */
export function sentenceAbout({ sentences }: ProblemWords, code: ProblemCode): string {
  return Object.hasOwn(sentences, code) ? sentences[code] : sentences.internal
}

/** A sentence for every way the proxy may refuse, and the labels beside it. */
export const problemWords: InBoth<ProblemWords> = { en, zh }
