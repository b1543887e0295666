// The keywords of each scene in `scenes.ts`, read one by one and found fitting: settings, doings, feelings, best first.

export const EXPECTED: Readonly<Record<string, string>> = {
  'ko a dog with a ball at the beach': `
바닷가 / 여름 / 모래밭
공을 던진다 / 꼬리를 흔든다 / 공을 찬다 / 모래성을 쌓는다 / 멍멍 짖는다
신남 / 반가움 / 짜릿함 / 상쾌함`,
  'ko an English caption in a Korean book': `
바닷가 / 여름 / 모래밭
꼬리를 흔든다 / 공을 던진다 / 멍멍 짖는다 / 모래성을 쌓는다 / 공을 찬다
반가움 / 신남 / 짜릿함 / 상쾌함`,
  'ko a child with a dog': `
공원 / 나무 아래 / 맑은 오후
강아지를 쓰다듬는다 / 산책한다 / 술래잡기를 한다 / 벤치에 앉는다 / 강아지와 함께 뛴다
사랑스러움 / 신남 / 반가움 / 즐거움`,
  'ko snow': `
눈 덮인 마을 / 눈밭 / 아침
눈을 굴린다 / 눈싸움을 한다 / 썰매를 탄다
신남 / 추움 / 포근함`,
  'ko a name that looks like a star': `
언덕 위 / 밤 / 풀밭
별을 센다 / 언덕을 뛰어 내려간다 / 소원을 빈다 / 손으로 가리킨다 / 풀밭에 눕는다
고요함 / 궁금함 / 설렘 / 상쾌함`,
  'ko a race that is lost': `
바닷가 / 풀밭 / 연못가 / 운동장
거북이를 응원한다 / 깡충깡충 뛴다 / 천천히 함께 걷는다 / 숨을 고른다 / 귀를 쫑긋 세운다
속상함 / 아쉬움 / 걱정`,
  'ko nothing at all': `
공원 / 숲속 / 마을
친구를 부른다 / 귀 기울여 듣는다 / 하늘을 올려다본다
궁금함 / 따뜻함 / 즐거움`,
  'ko no more than a smile': `
햇살 좋은 날 / 해 질 녘 / 봄
폴짝폴짝 뛴다 / 콧노래를 부른다 / 인사를 나눈다
기쁨 / 행복 / 따뜻함`,
  'ko noodles': `
부엌 / 저녁 / 맑은 날
맛을 본다 / 반죽을 주무른다 / 재료를 썬다 / 맛있게 먹는다 / 냄비를 젓는다
맛있음 / 뿌듯함 / 행복 / 기대됨`,
  'ko a child’s spelling, with its place said': `
봄 / 오후 / 주말
달린다 / 공을 찬다 / 친구를 응원한다 / 공을 받는다 / 땀을 닦는다
신남 / 짜릿함 / 두근거림 / 뿌듯함`,
  'ko a fall': `
놀이터 / 방 안 / 운동장 / 창가
운다 / 툭툭 털고 일어난다 / 고개를 숙인다 / 무릎을 만진다 / 눈물을 닦는다
슬픔 / 속상함 / 아픔 / 외로움`,
  'ko a quarrel that ends well': `
교실 / 놀이터 / 유치원
등을 돌린다 / 먼저 사과한다 / 미안하다고 말한다 / 술래잡기를 한다 / 손을 내민다
미안함 / 화남 / 후련함 / 속상함`,
  'ko a dinosaur': `
아주 먼 옛날 / 화산 옆 / 정글
크아앙 하고 운다 / 콧노래를 부른다 / 나뭇잎을 먹는다 / 천천히 둘러본다
당당함 / 평화로움 / 배고픔 / 상쾌함`,
  'ko a drawing as a captioner sees it': `
집 / 무지개 아래 / 꽃밭 / 거실
가족과 이야기한다 / 하늘을 가리킨다 / 뒹굴뒹굴한다 / 꽃향기를 맡는다 / 일곱 빛깔을 센다
편안함 / 신기함 / 따뜻함 / 향긋함`,
  'ko emoji': `
공원 / 운동장 / 들판 / 마당
꼬리를 흔든다 / 공을 던진다 / 멍멍 짖는다 / 달린다 / 킁킁 냄새를 맡는다
신남 / 반가움 / 짜릿함`,
  'ko rain, after other places': `
비 오는 날 / 집 / 처마 밑
우산을 쓴다 / 콧노래를 부른다 / 물웅덩이에서 첨벙거린다 / 천천히 둘러본다 / 빗소리를 듣는다
평화로움 / 상쾌함 / 신남`,
  'ko hostile words': `
놀이터 / 운동장 / 해 질 녘
툭툭 털고 일어난다 / 무릎을 만진다 / 약을 바른다
아픔 / 속상함 / 용기`,
  'ko a very long text': `
언덕 위 / 마을 / 공원
주위를 둘러본다 / 가만히 바라본다 / 콧노래를 부른다
기대됨 / 고마움 / 편안함`,
  'ko what was said already': `
오후 / 바람 부는 날 / 주말
발을 힘껏 구른다 / 친구와 함께 논다 / 높이 올라간다 / 꼭 잡는다 / 차례를 기다린다
기쁨 / 짜릿함 / 아찔함 / 행복`,
  'ko the winter sea': `
겨울 / 바닷가 / 따뜻한 집 / 모래밭
바구니에 담는다 / 장갑을 낀다 / 하나씩 센다 / 모래성을 쌓는다 / 손을 호호 분다
뿌듯함 / 포근함 / 기쁨 / 신남`,
  'en a dog with a ball at the beach': `
at the beach / in summer / on the sand
wags its tail / throws the ball / barks / builds a sandcastle / kicks the ball
glad to see them / excited / thrilled / refreshed`,
  'en soccer': `
in a field / on a windy hill / at the weekend
plays / throws the ball / rolls on the grass / runs / plays tag
excited / thrilled / free / cheerful`,
  'en snow': `
in a snowy village / in the snow / in the morning
rolls a snowball / has a snowball fight / rides a sled
excited / cold / cozy`,
  'en a Korean caption in an English book': `
at night / on a hill / in the afternoon
counts the stars / points at it / makes a wish / comes closer / tiptoes
peaceful / curious / thrilled / amazed`,
  'en a race that is lost': `
on the playing field / at the beach / on the grass / by the pond
cheers for the turtle / runs with all their might / walks slowly beside it / hops along / hangs their head
upset / a little disappointed / worried`,
  'en nothing at all': `
in the park / in the forest / in the village
calls a friend / listens closely / looks up at the sky
curious / warm inside / cheerful`,
  'en a birthday': `
on a birthday / at home / at the weekend
opens the presents / sings the birthday song / holds hands
full of joy / thrilled / thankful`,
  'en a drawing as a captioner sees it': `
in a castle / in a high tower / long, long ago
breathes fire / spreads both arms / guards its treasure / opens the castle gate / passes through the clouds
sure of oneself / free / lonely / thrilled`,
  'en a dress that is no deed': `
on a rainy day / under the eaves / at sunset
opens an umbrella / hums a tune / splashes in a puddle / looks around slowly / listens to the rain
peaceful / refreshed / excited`,
  'en a cat and a book': `
in the living room / at home / in the evening
reads / meows / talks with the family / tiptoes / turns the pages
at ease / calm / curious / drowsy`,
  'en a boat, after other places': `
out at sea / at sunset / at the lake / on an island
rows the boat / watches the sunset / goes home / raises the sail / thinks of the day
thrilled / peaceful / brave / missing someone`,
  'en a toy': `
in the bedroom / at the station / in the playroom / on the railway
plays house / takes the train / lends it to a friend / looks out of the window / tidies up the toys
having fun / thrilled / excited`,
  'en the zoo': `
at the zoo / at the weekend / in autumn
looks / feeds it / imitates the animals / looks way up / says hello
amazed / glad to see them / surprised / curious`,
  'en crying': `
in the bedroom / by the window / on the way home / in the playroom
hangs their head / plays house / wipes away the tears / lends it to a friend / is hugged by a friend
sad / upset / lonely / a little disappointed`,
  'en a child’s spelling': `
in the park / in a field / in the yard
strokes the dog / walks the dog / runs with the dog
full of love / glad to see them / warm inside`,
  'en planting': `
in the garden / among the flowers / on a sunny day
waters the plants / covers the seeds with soil / follows a butterfly / looks closely at the sprout / touches the leaves
looking forward / peaceful / proud / cheerful`,
  'en sleep': `
in the dark / at sunset / on a clear day
eats honey / has a dream / stomps along / shines a light / breathes softly
safe / cozy / at ease / nervous and excited`,
  'en emoji': `
in space / at night / on the moon / on a hill
looks down at the earth / counts the stars / floats about / spreads both arms / looks at the moon
full of wonder / free / nervous and excited / peaceful`,
  'en hostile words': `
at home / in the park / by the window
smiles / calls a friend / hops
happy / curious / excited`,
  'en a bike': `
on the road / in the alley / on a sunny day
pedals hard / walks along / grips the handlebars / holds on tight / looks both ways
proud / refreshed / excited / sure of oneself`,
};
