// What is felt in picture books, in both languages; the lines are those of `settings.ts`. Korean words ending in - are
// stems of verbs and adjectives. Words only.

export const FEELINGS = `
기쁨 = happy : 기쁨 기쁘- 기뻐하- 웃- 웃음 미소 미소짓- / happy joy glad smile smiling joyful : glad
신남 = excited : 신남 신나- 신이 흥분 ~신이 나 ~신나게 / excited excitement thrilled thrill : lively
설렘 = thrilled : 설렘 설레임 설레- 두근두근 두근거리- 기대되- 들뜨- / eager ~looking forward : waiting
즐거움 = cheerful : 즐거움 즐겁- 재미있- 재미 즐거워하- / fun cheerful merry enjoy : glad
행복 = full of joy : 행복 행복하- / happiness blissful : glad
뿌듯함 = proud : 뿌듯함 뿌듯하- 자랑스럽- 보람 자랑하- / proud pride : win
고마움 = thankful : 고마움 고맙- 감사 감사하- / thankful grateful thank : kind
사랑 = full of love : 사랑 사랑하- 사랑스럽- / love loving loved : kind
따뜻함 = warm inside : 따뜻함 따뜻하- 포근하- 포근함 / warm cozy : calm
편안함 = calm : 편안함 편안하- 평화롭- 차분하- / calm peaceful relaxed : calm
궁금함 = curious : 궁금함 궁금하- 호기심 궁금 / curious wonder curiosity : wonder
신기함 = amazed : 신기함 신기하- 놀랍- / amazed amazing astonished : wonder
놀라움 = surprised : 놀라움 놀람 놀라- 깜짝 / surprised surprise : surprise
반가움 = glad to see them : 반가움 반갑- 반기- / : meet
용기 = brave : 용기 용감하- 씩씩하- 용감함 / brave courage courageous bold : brave
자신감 = sure of oneself : 자신감 자신있- 당당하- / confident confidence : win
희망 = hopeful : 희망 소원 / hope hopeful : wish
미안함 = sorry : 미안함 미안하- 미안 사과하- / sorry apologize : sorry
부끄러움 = shy : 부끄러움 부끄럽- 수줍- 부끄러워하- 창피하- / shy bashful embarrassed : shy
슬픔 = sad : 슬픔 슬프- 슬퍼하- 울- 눈물 울음 울먹이- / sad cry weep tear sadness sob unhappy : sad
속상함 = upset : 속상함 속상하- / upset : sad
아쉬움 = a little disappointed : 아쉬움 아쉽- 아쉬워하- / disappointed disappointment : parting
서운함 = left out : 서운함 서운하- 섭섭하- / : sad
외로움 = lonely : 외로움 외롭- 쓸쓸하- 혼자 심심하- / lonely alone lonesome bored : lonely
그리움 = missing someone : 그리움 그립- 그리워하- / homesick : parting
무서움 = scared : 무서움 무섭- 무서워하- 겁 겁나- 두렵- 무서워요 / scared afraid frightened fear scare scary terrified : fear
걱정 = worried : 걱정 걱정하- 걱정되- 조마조마 / worried worry anxious : worry
긴장 = nervous : 긴장 긴장하- 떨리- / nervous : waiting
화남 = angry : 화남 화나- 화내- 짜증 짜증나- ~화가 나 ~화를 내 / angry mad anger furious : anger
부러움 = a bit jealous : 부러움 부럽- 질투 / jealous envy : anger
배고픔 = hungry : 배고픔 배고프- ~배가 고 / hungry hunger : meal
졸림 = sleepy : 졸림 졸리- 하품 하품하- 졸- / sleepy yawn : sleep
피곤함 = tired : 피곤함 피곤하- 힘들- 지치- / tired exhausted : rest
시원함 = fresh and cool : 시원함 시원하- / refreshing : summer
맛있음 = delighted by the taste : 맛있- / delicious yummy tasty : meal
다정함 = friendly : 다정함 다정하- 친절하- 친하- 우정 / friendly friendship gentle : kind
안심 = relieved : 안심 안심되- 안심하- 다행 / relieved relief : safe
`;
