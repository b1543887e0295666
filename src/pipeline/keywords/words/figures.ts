// Who and what is seen in picture books. A line: Korean words / English ones : topics. `!` before the first topic: one of
// those whom a scene can be about; their topic has a twin with `+`, for scenes about somebody who is with them. Words only.

export const FIGURES = `
아이 아이들 어린이 남자아이 여자아이 소년 소녀 남자 여자 친구 친구들 / child kid boy girl man woman person people friend toddler lady guy : !child
엄마 아빠 부모 가족 어머니 아버지 / mom mother dad father parent family mommy daddy : !family
할머니 할아버지 / grandma grandpa grandmother grandfather granny : !grandparents
동생 아기 누나 언니 오빠 형 / baby sister brother sibling : !baby
선생님 원장님 / teacher : !teacher
의사 간호사 / doctor nurse dentist : !doctor
소방관 경찰관 경찰 소방차 구급차 경찰차 / firefighter policeman officer firetruck ambulance : !rescuer
요리사 / chef baker : !cook
강아지 개 멍멍이 강쥐 / dog puppy pup doggy : !dog
고양이 야옹이 냥이 / cat kitten kitty : !cat
토끼 / rabbit bunny hare : !rabbit
곰 아기곰 판다 북극곰 곰돌이 / bear panda cub teddy : !bear
새 참새 비둘기 제비 까치 부엉이 앵무새 병아리 / bird sparrow pigeon owl parrot seagull swan chick : !bird
오리 거위 / duck duckling goose : !duck
물고기 금붕어 니모 / fish goldfish : !fish
고래 돌고래 상어 / whale dolphin shark : !whale
거북이 거북 / turtle tortoise : !turtle
개구리 올챙이 / frog tadpole toad : !frog
나비 꿀벌 잠자리 ~벌이 날 / butterfly bee dragonfly : !butterfly
개미 무당벌레 달팽이 애벌레 지렁이 곤충 벌레 거미 / ant ladybug snail caterpillar worm insect bug spider beetle : !bug
다람쥐 청설모 고슴도치 / squirrel chipmunk hedgehog : !squirrel
쥐 생쥐 햄스터 / mouse rat hamster : !mouse
여우 늑대 너구리 / fox wolf raccoon : !fox
사자 호랑이 / lion tiger leopard : !lion
코끼리 기린 얼룩말 하마 코뿔소 낙타 / elephant giraffe zebra hippo rhino camel : !elephant
원숭이 고릴라 / monkey gorilla : !monkey
펭귄 / penguin : !penguin
조랑말 망아지 ~말이 달 ~말을 타 ~말 타 / horse pony foal : !horse
소 젖소 송아지 돼지 양 염소 닭 / cow calf pig piglet sheep lamb goat hen rooster chicken bull : !cow
공룡 티라노 티라노사우루스 / dinosaur : !dinosaur
용 아기용 / dragon : !dragon
유니콘 요정 천사 / unicorn fairy angel mermaid elf : !fairy
공주 왕자 왕 여왕 임금님 / princess prince king queen : !queen
마녀 마법사 / witch wizard magician : !witch
유령 귀신 도깨비 괴물 / ghost monster goblin : !ghost
로봇 / robot : !robot
인형 곰인형 장난감 / doll toy teddybear : toy
공 축구공 농구공 야구공 / ball baseball basketball tennis frisbee : ball
풍선 비눗방울 / balloon bubble : balloon
연 / kite : kite
자전거 킥보드 세발자전거 스케이트보드 / bike bicycle scooter skateboard tricycle : bike
자동차 차 버스 트럭 택시 / car bus truck taxi vehicle van : car
기차 지하철 / train subway : train
비행기 헬리콥터 열기구 / airplane plane helicopter aeroplane jet : plane
그네 / swing : swing
미끄럼틀 / slide : slide
시소 / seesaw : playground
사과 딸기 포도 바나나 귤 과일 복숭아 / apple strawberry grape banana fruit peach cherry pear : fruit
당근 토마토 오이 고구마 감자 배추 채소 야채 상추 / carrot tomato cucumber potato cabbage vegetable lettuce corn pumpkin : vegetable
밥 빵 국수 칼국수 라면 떡볶이 떡 과자 간식 피자 햄버거 반찬 죽 / bread noodle pizza sandwich hamburger snack cookie food soup rice plate bowl table cheese : meal
아이스크림 사탕 초콜릿 / candy chocolate lollipop ~ice cream : sweet
모자 신발 안경 가방 / hat shoe glasses bag backpack coat : dress
곤충채집 잠자리채 / net : bug
거울 / mirror : mirror
상자 / box : box
열쇠 문 / key door : key
`;
