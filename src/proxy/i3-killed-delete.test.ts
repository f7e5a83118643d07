import { callMoments, commonMoments, draftMoments } from './killed-moments.fixture.ts'
import { killedAtEach } from './killed-tests.fixture.ts'

killedAtEach('delete', { ...draftMoments, ...callMoments, ...commonMoments })
