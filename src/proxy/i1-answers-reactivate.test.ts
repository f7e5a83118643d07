import { answeredBadly } from './answers.fixture.ts'

answeredBadly('reactivate')
