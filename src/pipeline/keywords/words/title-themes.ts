// What a story of a topic may be called, after whose it is or alone: 별이의 여름 바다, 여름 바다. Words only.
import type { Locale } from '../../../story.ts';

const LIST = `
beach = 여름 바다 = summer by the sea
sand = 모래성 = sandcastle
underwater = 바닷속 여행 = undersea journey
river = 강가 산책 = walk by the river
lake = 잔잔한 호수 = quiet lake
mountain = 산꼭대기 모험 = mountain adventure
hill = 바람 부는 언덕 = windy hill
forest = 숲속 모험 = forest adventure
field = 초록 들판 = green field
flower = 꽃밭 이야기 = garden of flowers
plant = 작은 텃밭 = little garden
farm = 시끌벅적 농장 = noisy farm
park = 공원 나들이 = day out in the park
playground = 신나는 놀이터 = playground day
zoo = 동물원 나들이 = trip to the zoo
home = 포근한 집 = cozy home
kitchen = 맛있는 부엌 = busy kitchen
school = 두근두근 교실 = school day
sport = 힘찬 운동회 = big race day
library = 비밀 도서관 = secret library
meal = 맛있는 하루 = delicious day
journey = 두근두근 여행 = big journey
camp = 별빛 캠핑 = night in a tent
cave = 동굴 탐험 = secret cave
castle = 높은 성 = castle in the clouds
stage = 반짝이는 무대 = shining stage
sky = 구름 여행 = ride on a cloud
space = 우주여행 = trip to the stars
boat = 작은 배 = little boat
magic = 마법의 하루 = magic day
snow = 하얀 눈나라 = snowy day
rain = 비 오는 날 = rainy day
wind = 바람 친구 = windy day
sun = 햇살 가득한 날 = sunny day
rainbow = 무지개 약속 = rainbow
spring = 봄나들이 = spring day
summer = 신나는 여름 = summer day
autumn = 가을 선물 = autumn gift
winter = 따뜻한 겨울 = warm winter
night = 반짝이는 밤 = starry night
evening = 노을 지는 저녁 = golden evening
morning = 상쾌한 아침 = bright morning
birthday = 생일 선물 = birthday surprise
christmas = 크리스마스 선물 = Christmas wish
picnic = 즐거운 소풍 = picnic
dog = 꼬리 흔드는 하루 = happy tail
cat = 야옹 하루 = curious whiskers
rabbit = 깡충깡충 하루 = hopping day
bear = 달콤한 꿀단지 = honey pot
bird = 작은 날개 = little wings
fish = 반짝이는 물속 = sparkling water
dinosaur = 공룡 발자국 = dinosaur footprints
dragon = 숨은 보물 = hidden treasure
robot = 로봇 비밀 = robot secret
ball = 데굴데굴 공 = bouncing ball
balloon = 빨간 풍선 = red balloon
kite = 높이 나는 연 = flying kite
bike = 씽씽 자전거 = first bicycle ride
music = 신나는 음악회 = happy concert
draw = 알록달록 그림 = colorful picture
read = 재미있는 책 = favorite book
sleep = 달콤한 꿈 = sweet dream
search = 보물찾기 = treasure hunt
win = 멋진 도전 = big win
lose = 다시 한번 = second try
practise = 멋진 도전 = brave try
lonely = 새 친구 = new friend
meet = 새 친구 = new friend
sorry = 따뜻한 화해 = kind word
fear = 용감한 한 걸음 = brave little step
any = 특별한 하루; 작은 모험; 소중한 비밀; 신나는 하루; 행복한 발걸음; 반짝이는 마음; 오늘의 발견; 두근두근 비밀 = special day; little adventure; happy secret; great discovery; wonderful surprise; big idea; brave heart
`;

export const TITLE_THEMES: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>> = Object.fromEntries(
  LIST.trim()
    .split('\n')
    .map((line) => {
      const [topic = '', ko = '', en = ''] = line.split(' = ');
      return [topic, { ko: ko.split('; '), en: en.split('; ') }];
    }),
);
