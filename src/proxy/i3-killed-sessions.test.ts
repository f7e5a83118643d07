import { sessionMoments } from './killed-moments.fixture.ts'
import { killedAtEach } from './killed-tests.fixture.ts'

killedAtEach('resign', sessionMoments, true)
killedAtEach('delete', sessionMoments, true)
