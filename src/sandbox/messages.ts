/** A sentence in the two languages in which GenAuth answers. */
export type Message = { zh: string; en: string }

export const done: Message = { zh: '操作成功', en: 'Operation successful' }
export const noSuchUser: Message = { zh: '用户不存在', en: 'User does not exist' }
export const tooFast: Message = {
  zh: '请求超过最大次数，请稍后重试',
  en: 'request exceeded the maximum number, retry later',
}
export const broken: Message = { zh: '服务器内部错误', en: 'Internal server error' }
export const notLoggedIn: Message = {
  zh: '未登录或没有权限',
  en: 'Not logged in, or no permission',
}
export const noSuchCall: Message = { zh: '接口不存在', en: 'No such endpoint' }
export const tooLarge: Message = { zh: '请求体过大', en: 'Payload too large' }
/** The same words in every language, and not quite grammatical: as the live service says it. */
export const limitTooLarge: Message = {
  zh: 'limit must less than 50',
  en: 'limit must less than 50',
}

/** GenAuth's sentence for parameters that it cannot read. */
export function badParameters(names: readonly string[], slash = ', '): Message {
  const list = names.join(slash)
  return { zh: `参数 ${list} 格式错误`, en: `Parameter ${list} has a wrong format` }
}

/** The sentence in the language that was asked for; Chinese unless it is English. */
export function inLanguage(message: Message, language: string | undefined): string {
  return language?.toLowerCase().startsWith('en') ? message.en : message.zh
}
