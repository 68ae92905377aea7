import { Digits } from './json';
import { type DemoCustomer, pick, random } from './model';

interface Region {
  country: string;
  first: string[];
  last: string[];
  streets: string[];
  cities: [zip: string, city: string][];
  /** Two surnames, as in Spain. */
  twoLastNames?: boolean;
}

const regions: Region[] = [
  {
    country: 'DE',
    first: [
      'Jürgen',
      'Käthe',
      'Sören',
      'Anna Maria',
      'Björn',
      'Ute',
      'Franz-Josef',
      'Jörg',
      'Heike',
      'Günther',
    ],
    last: [
      'Müller',
      'Mueller',
      'Schäfer',
      'Groß',
      'Größl',
      'von der Heide',
      'Weiß',
      'Köhler',
      'Schmitt-Böhm',
      'Maier',
    ],
    streets: ['Am Bahnhof', 'Königstraße', 'Straße des 17. Juni', 'Mühlenweg'],
    cities: [
      ['12133', 'Munich'],
      ['86150', 'Augsburg'],
      ['50667', 'Köln'],
      ['10623', 'Berlin'],
    ],
  },
  {
    country: 'ES',
    first: ['José Luis', 'Íñigo', 'María José', 'Begoña', 'Ángel', 'Núria', 'Ramón', 'Concepción'],
    last: ['García', 'Núñez', 'Ibáñez', 'de la Fuente', 'Peña', 'Gutiérrez', 'Muñoz'],
    streets: ['Calle Mayor', 'Avenida de la Constitución', 'Paseo del Río'],
    cities: [
      ['28013', 'Madrid'],
      ['41001', 'Sevilla'],
      ['15003', 'A Coruña'],
    ],
    twoLastNames: true,
  },
  {
    country: 'PL',
    first: ['Łucja', 'Stanisław', 'Małgorzata', 'Zbigniew', 'Grażyna', 'Jędrzej', 'Bożena'],
    last: ['Nowak', 'Wójcik', 'Kowalczyk', 'Dąbrowski', 'Święcicka', 'Żuławski', 'Łęcki'],
    streets: ['ul. Długa', 'ul. Świętojańska', 'al. Jerozolimskie'],
    cities: [
      ['00-001', 'Warszawa'],
      ['31-042', 'Kraków'],
      ['90-001', 'Łódź'],
    ],
  },
  {
    country: 'TR',
    first: ['Şule', 'İbrahim', 'Gülşah', 'Çağlar', 'Ömer', 'Işıl', 'Uğur'],
    last: ['Öztürk', 'Yıldız', 'Şahin', 'Çelik', 'Gündoğdu', 'İnce', 'Karaağaç'],
    streets: ['Atatürk Caddesi', 'İstiklal Caddesi', 'Çiçek Sokak'],
    cities: [
      ['34000', 'İstanbul'],
      ['06000', 'Ankara'],
      ['35000', 'İzmir'],
    ],
  },
  {
    country: 'SE',
    first: ['Åsa', 'Björk', 'Øyvind', 'Sölve', 'Märta', 'Aino', 'Jón', 'Þóra'],
    last: ['Åkesson', 'Sjöberg', 'Ødegård', 'Hämäläinen', 'Björnsdóttir', 'Nyström', 'Ångström'],
    streets: ['Storgatan', 'Östra Hamngatan', 'Kungsgatan'],
    cities: [
      ['11120', 'Stockholm'],
      ['40010', 'Göteborg'],
      ['0150', 'Oslo'],
    ],
  },
];

const ordinary = 320;
const firstId = 2001;

/** The invented customers of a studio; the same for the same `studioId`, which also seeds them. */
export function inventPeople(studioId: number, count = ordinary): DemoCustomer[] {
  const draw = random(studioId);
  return Array.from({ length: count }, (_, index) => invent(index, studioId, draw));
}

function invent(index: number, studioId: number, draw: () => number): DemoCustomer {
  const region = regions[index % regions.length] ?? pick(regions, draw);
  const firstName = pick(region.first, draw);
  const lastName = pick(region.last, draw);
  const [zipCode, city] = pick(region.cities, draw);
  const id = firstId + index + (studioId - 1) * 100_000;
  const two = (below: number) => String(1 + Math.floor(draw() * below)).padStart(2, '0');
  const mail = `${firstName}.${lastName}.${id}`
    .normalize('NFD')
    .replace(/[^\w.-]/g, '')
    .toLowerCase();
  const fate = draw();
  return {
    id: new Digits(String(id)),
    status: fate < 0.78 ? 'MEMBER' : fate < 0.9 ? 'FORMER_MEMBER' : 'PROSPECT',
    accessRefusal: draw() < 0.04,
    customerNumber: `${studioId}-${String(12_000 + index * 7).padStart(5, '0')}`,
    firstName,
    lastName,
    ...(region.twoLastNames && { secondLastName: pick(region.last, draw) }),
    // One in twelve studios never asked.
    ...(draw() > 0.08 && { dateOfBirth: `${1945 + Math.floor(draw() * 62)}-${two(12)}-${two(28)}` }),
    ...(draw() > 0.1 && { email: `${mail}@example.com` }),
    gender: pick(['MALE', 'FEMALE', 'UNISEX'], draw),
    street: pick(region.streets, draw),
    houseNumber: String(1 + Math.floor(draw() * 120)),
    zipCode,
    city,
    country: region.country,
    ...(draw() > 0.3 && { phonePrivateMobile: `+49 1555 ${String(id).padStart(7, '0')}` }),
    ...secrets(id, `${firstName} ${lastName}`),
    studioId,
  };
}

/** What a support agent must never see: the app has to leave it behind. The check digits are invented ones. */
export function secrets(id: number | string, holder: string): Partial<DemoCustomer> {
  const digits = String(id).padStart(10, '0');
  return {
    bankAccount: {
      accountHolder: holder,
      bankName: 'Bank of Nowhere',
      bic: 'NOWHDEXX',
      iban: `DE00 0000 0000 ${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits.slice(8, 10)}`,
    },
    cardNumbers: [`77${digits}`],
    accessMediums: [
      { id: 1, type: 'CARD_NUMBER', value: `77${digits}` },
      { id: 2, type: 'BARCODE', value: `40${digits}` },
      { id: 3, type: 'PIN', value: `9${digits.slice(-4)}` },
    ],
    uuid: `a0eebc99-9c0b-4ef8-bb6d-${digits.padStart(12, '0').slice(-12)}`,
    thirdPartyId: `D-${id}`,
  };
}
