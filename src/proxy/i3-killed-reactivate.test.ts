import { draftMoments, runMoments } from './killed-moments.fixture.ts'
import { killedAtEach } from './killed-tests.fixture.ts'

killedAtEach('reactivate', { ...draftMoments, ...runMoments })
