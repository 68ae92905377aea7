/** Names of invented customers, with spellings that a search must handle. */
export interface Region {
  female: readonly string[];
  male: readonly string[];
  last: readonly string[];
  /** Two surnames, as in Spain. */
  twoSurnames?: true;
  streets: readonly string[];
  cities: readonly (readonly [zipCode: string, city: string, country: string])[];
  language: string;
}

const list = (text: string) => text.split(', ');

export const german: Region = {
  female: list('Käthe, Ute, Heike, Anna, Anna-Lena, Jördis, Sabine, Brünhilde, Marlène, Zoë, Monika, Ursula'),
  male: list(
    'Jürgen, Sören, Björn, Franz-Josef, Jörg, Günther, Thomas, Götz, Lütfi, Maximilian, Uwe, Rüdiger',
  ),
  last: list(
    'Müller, Mueller, Schäfer, Schaefer, Groß, Gross, Weiß, Köhler, Schmitt-Böhm, Maier, Meyer, Mayr, von der Heide, zu Löwenstein, Öhlschläger, Strauß, Jäger, Krüger',
  ),
  streets: list(
    'Am Bahnhof, Königstraße, Straße des 17. Juni, Mühlenweg, Große Bleichen, An der Alten Schule',
  ),
  cities: [
    ['80331', 'Munich', 'DE'],
    ['86150', 'Augsburg', 'DE'],
    ['50667', 'Köln', 'DE'],
    ['10623', 'Berlin', 'DE'],
    ['40213', 'Düsseldorf', 'DE'],
    ['1010', 'Wien', 'AT'],
    ['8001', 'Zürich', 'CH'],
  ],
  language: 'de',
};

export const spanish: Region = {
  female: list(
    'María José, Begoña, Núria, Concepción, Íngrid, María del Carmen, Lucía, Inés, Ángeles, Sofía',
  ),
  male: list('José Luis, Íñigo, Ángel, Ramón, Joaquín, Iñaki, Óscar, Jesús, Martín, Andrés'),
  last: list(
    'García, Núñez, Ibáñez, de la Fuente, Peña, Gutiérrez, Muñoz, López, Martínez, Güell, Etxeberría',
  ),
  twoSurnames: true,
  streets: list(
    'Calle Mayor, Avenida de la Constitución, Paseo del Río, Plaza de España, Calle Núñez de Balboa',
  ),
  cities: [
    ['28013', 'Madrid', 'ES'],
    ['41001', 'Sevilla', 'ES'],
    ['15003', 'A Coruña', 'ES'],
    ['29016', 'Málaga', 'ES'],
  ],
  language: 'es',
};

export const polish: Region = {
  female: list('Łucja, Małgorzata, Grażyna, Bożena, Żaneta, Agnieszka, Świętosława, Wiesława'),
  male: list('Stanisław, Zbigniew, Jędrzej, Łukasz, Paweł, Michał, Sławomir, Grzegorz'),
  last: list(
    'Nowak, Wójcik, Kowalczyk, Łęcki, Żuławski, Brzęczyszczykiewicz, Zięba, Kozioł, Śliwa, Źrebiec, Ćwikła',
  ),
  streets: list('ul. Długa, ul. Świętojańska, al. Jerozolimskie, ul. Żwirki i Wigury, pl. Wolności'),
  cities: [
    ['00-001', 'Warszawa', 'PL'],
    ['31-042', 'Kraków', 'PL'],
    ['90-001', 'Łódź', 'PL'],
    ['80-831', 'Gdańsk', 'PL'],
  ],
  language: 'pl',
};

export const turkish: Region = {
  female: list('Şule, Gülşah, Işıl, Çiğdem, Özlem, İrem, Ayşegül, Ümmühan'),
  male: list('İbrahim, Çağlar, Ömer, Uğur, Oğuzhan, Şükrü, Mehmet, Ilgaz'),
  last: list('Öztürk, Yıldız, Şahin, Çelik, Gündoğdu, İnce, Karaağaç, Irmak, Ünal, Yılmaz, Doğan'),
  streets: list('Atatürk Caddesi, İstiklal Caddesi, Çiçek Sokak, Bağdat Caddesi, Gülşehir Sokağı'),
  cities: [
    ['34000', 'İstanbul', 'TR'],
    ['06000', 'Ankara', 'TR'],
    ['35000', 'İzmir', 'TR'],
    ['12043', 'Berlin', 'DE'],
  ],
  language: 'tr',
};

export const nordic: Region = {
  female: list('Åsa, Märta, Aino, Þóra, Sølvi, Änni, Guðrún, Bjørg, Ragnhild'),
  male: list('Øyvind, Sölve, Jón, Håkon, Väinö, Ævar, Søren, Åke, Jørgen'),
  last: list(
    'Åkesson, Sjöberg, Ødegård, Hämäläinen, Björnsdóttir, Nyström, Ångström, Þorsteinsson, Kjærgaard, Mäkinen, Næss',
  ),
  streets: list('Storgatan, Østre Aker vei, Mannerheimintie, Laugavegur, Nørrebrogade, Åboulevarden'),
  cities: [
    ['111 20', 'Stockholm', 'SE'],
    ['411 05', 'Göteborg', 'SE'],
    ['0150', 'Oslo', 'NO'],
    ['1050', 'København', 'DK'],
    ['33100', 'Tampere', 'FI'],
    ['101', 'Reykjavík', 'IS'],
  ],
  language: 'sv',
};
