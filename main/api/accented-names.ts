import { plainLetters } from '../../preload/contract/fold-name';

/**
 * Common names that are written with letters that many keyboards lack, as in the lists that the statistical offices of
 * these countries publish: the more common a name is, the earlier it stands. The API may distinguish accents, so that
 * `ozturk` alone would not find Öztürk.
 */
const countries = [
  // Germany, Austria, Switzerland
  'Müller Schäfer Köhler König Krüger Jäger Möller Böhm Günther Schröder Groß Weiß Voß Krauß Strauß Förster Kühn Pöhl',
  'Jürgen Jörg Björn Günter Käthe Bärbel Jörn Sören Götz Rüdiger Grün Döring Hübner Häußler Krämer Löffler Schütz',
  'Büttner Gärtner Küster Röder Fröhlich Hänsel Höhne Kämpf Lübke Mühl Nägele Österreicher Özil Pröll Röhrig Schön',
  'Schüler Stöckl Süß Töpfer Völker Vöhringer Wächter Wölfle Zöllner Bäcker Bühler Bär Brüning',
  'Dürr Färber Füchsel Gräf Hößl Käfer Köster Kölbl Kröger Mössner Münch Räder Rösler Rüter Sänger Sättler',
  'Schäffer Schöne Schürmann Spöri Stähle Stürmer Wäger Würth Zürcher Späth Häfner Dörr Dreßler Reuß Preuß Roß',
  // Turkey
  'Yılmaz Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Doğan Kılıç Çetin Koç Özkan Şimşek',
  'Çakır Erdoğan Güneş Aktaş Türk Özcan Avcı Sarı Güler Yiğit Ünal Işık',
  'Çınar Yüksel Taş Çoban Şen Gül Göktaş Güven İnce Öz Özer Özgür Özkaya Gündoğdu Karaağaç Çağlar Çiğdem Ümit',
  'Ömer Şule Gülşah Işıl İrem İbrahim Uğur Oğuz Oğuzhan Şükrü Ayşe Ayşegül Gökhan Gülsüm Hüseyin İsmail Büşra Kübra',
  'Müge Özge Özlem Süleyman Şeyma Tuğba Tuğçe Ümmühan Ülkü Zübeyde Çağrı Şerife Güzel Düzgün Bülent Müslüm Gürkan',
  // Spain, Portugal, Latin America
  'García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Díaz Álvarez Muñoz',
  'Gutiérrez Núñez Suárez Vázquez Ramírez Domínguez Ibáñez Giménez Méndez Márquez Cortés Peña León Vélez Velázquez',
  'Benítez Galán Durán Guzmán Sáez Rubió Íñiguez Ávila Águila Ángel Óscar Íñigo José María Jesús Ramón',
  'Andrés Joaquín Sofía Lucía Inés Mónica Verónica Belén Rocío Concepción Begoña Núria Ángela Ángeles Raúl Adrián',
  'Rubén Iván Álvaro César Héctor Sebastián Julián Simón Tomás Víctor Gonçalves Conceição João Araújo Magalhães',
  'Simões Guimarães Brandão Falcão Leão Lourenço Assunção Mendonça França Luís Inês Cláudia Fátima Patrícia Güell',
  // Poland, Czechia, Slovakia
  'Wójcik Kamiński Zieliński Szymański Woźniak Dąbrowski Kozłowski Pawłowski',
  'Król Jabłoński Wróbel Zając Stępień Górski Głowacki Łukasz',
  'Łucja Łęcki Łuczak Łukaszewski Małgorzata Michał Paweł Stanisław Jarosław Mirosław Sławomir Bolesław Wiesław Zdzisław',
  'Żaneta Żuławski Żak Żukowski Śliwa Śliwiński Świątek Świderski Ćwikła Źrebiec Grażyna Bożena Jędrzej Święto Górecka',
  'Kołodziej Błaszczyk Kaźmierczak Kaczyński Wiśniewski Wiśniewska Kamińska Zielińska Szymańska Dąbrowska',
  'Dvořák Černý Procházka Kučera Veselý Horák Němec Pokorný Pospíšil Hájek Jelínek Král Růžička Beneš Čermák',
  'Šimek Ševčík Šťastný Žák Říha Novák Novotný Svobodová Jiří Tomáš Ondřej Lukáš Matěj Šárka Žofie Zdeněk Kovář Tichý',
  // The Nordic countries
  'Sørensen Jørgensen Møller Østergaard Ødegård Øystein Bjørn Søren Jørgen Åse Åsa Åberg Åkesson Ström Sjöberg',
  'Lindström Bergström Nyström Sandström Engström Björk Löfgren Lönn Öberg Öhman Östlund Håkan Märta Göran Jönsson',
  'Jónsson Guðmundsdóttir Sigurðsson Þóra Þorsteinsson Guðrún Sólveig Bjørg Sølvi Hämäläinen Mäkinen Mäkelä Järvinen',
  'Niemelä Pöyry Änni Kåre Pål Håvard Åge Østby Nygård Sæther Kjær Nørgaard',
  // South-eastern Europe
  'Jovanović Petrović Nikolić Marković Đorđević Stojanović Ilić Pavlović Hodžić Kovačević Babić Marić Jurić',
  'Novaković Šarić Živković Đukić Čović Perić Begović Hadžić Halilović Mehmedović Žunić Ćosić Šimić Božić Ivanović Popović',
  'Ștefan Ionuț Țepeș Mănescu Bălan Căpraru Dănilă Kovács Szabó Tóth Horváth Molnár Németh Juhász Takács',
  'Oláh Szűcs Fehér Gál Bálint László István József György Zoltán Gábor Ágnes Éva Márta Dóra Sándor Zsófia',
  // France, Italy and others
  'Lefèvre André Hélène François Françoise René Renée Jérôme Gaëlle Zoë Loïc Léa Chloé Théo Noël Benoît Anaïs Mélanie',
  'Sébastien Stéphane Valérie Frédéric Cédric Céline Étienne Émile Élodie Éric Bérénice Gérard Désirée Niccolò Sinéad Seán',
];

/** Removes accents from a word: `Öztürk` becomes `Ozturk`. */
export function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłøæœıđðþ]/gi, (letter) => {
      const small = plainLetters[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? small : small[0]?.toUpperCase() + small.slice(1);
    });
}

const folded = (word: string) => withoutAccents(word).toLowerCase();

/** The names with what is typed for them; built at the first search, because a start does not need them. */
let typedNames: { name: string; typed: string }[] | undefined;

/**
 * Returns the beginnings of common names that read like `start` without their accents: `oz` gives `Öz`, `mull` gives
 * `Müll`. The most common one is first; `start` itself is not among them.
 *
 * @param least number of names that must begin so
 */
export function accentedSpellings(start: string, least = 1): string[] {
  const typed = folded(start);
  if (typed === '') return [];
  typedNames ??= countries
    .flatMap((names) => names.split(' '))
    .map((name) => ({ name, typed: folded(name) }));
  const spellings = new Map<string, number>();
  for (const { name, typed: other } of typedNames) {
    if (!other.startsWith(typed)) continue;
    const spelt = beginnings(name).find((each) => folded(each) === typed);
    if (spelt !== undefined && spelt.toLowerCase() !== start.toLowerCase())
      spellings.set(spelt, (spellings.get(spelt) ?? 0) + 1);
  }
  return [...spellings]
    .filter(([, count]) => count >= least)
    .sort(([, some], [, others]) => others - some)
    .map(([spelt]) => spelt);
}

const beginnings = (name: string): string[] => [...name].map((_, at) => name.slice(0, at + 1));
