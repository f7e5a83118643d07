import { callMoments } from './killed-moments.fixture.ts'
import { killedAtEach } from './killed-tests.fixture.ts'

killedAtEach('resign', callMoments)
