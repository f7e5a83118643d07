import { answeredBadly } from './answers.fixture.ts'

answeredBadly('delete')
