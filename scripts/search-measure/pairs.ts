/**
 * What an agent hears and types, and who is meant: `said = meant`, by language. The names are among the common
 * ones in the lists that statistical offices publish, the errors are those of hearing, of transliteration and of keyboards
 * without accents.
 */
export const pairs: Record<string, string[]> = {
  German: list(`
    muller = Müller; mueller = Müller; müller = Mueller; miller = Müller; schmidt = Schmitt; schmitt = Schmidt;
    schmid = Schmidt; schmied = Schmidt; meier = Maier; maier = Meyer; meyer = Mayer; mayr = Maier;
    mayer = Meier; meir = Meier; schafer = Schäfer; schaefer = Schäfer; schäfer = Schaefer; schefer = Schäfer;
    fischr = Fischer; fisher = Fischer; vischer = Fischer; weber = Webber; wever = Weber; wagener = Wagner;
    vagner = Wagner; becker = Bäcker; beker = Becker; bekker = Becker; schulz = Schulze; schultz = Schulz;
    schultze = Schulze; hofmann = Hoffmann; hoffman = Hoffmann; hoffmann = Hofmann; koch = Kock; bauer = Baur;
    richter = Rischter; rychter = Richter; kleine = Klein; kline = Klein; wolf = Wolff; wolff = Wolf;
    schroder = Schröder; schroeder = Schröder; shroeder = Schröder; neuman = Neumann; noymann = Neumann;
    schwartz = Schwarz; zimmerman = Zimmermann; zimerman = Zimmermann; braun = Brown; brown = Braun;
    kruger = Krüger; krueger = Krüger; crüger = Krüger; hartman = Hartmann; lang = Lange; werner = Wörner;
    schmitz = Schmits; krause = Krauße; krauss = Krauß; lehman = Lehmann; leeman = Lehmann; köhler = Koehler;
    kohler = Köhler; herrman = Herrmann; hermann = Herrmann; konig = König; koenig = König; keonig = König;
    walther = Walter; valter = Walter; maurer = Mauerer; kaisser = Kaiser; keiser = Kaiser; fuks = Fuchs;
    fux = Fuchs; peters = Petters; scholtz = Scholz; moller = Möller; weiss = Weiß; weis = Weiß; weiß = Weiss;
    jung = Yung; hahn = Haan; schubart = Schubert; schuber = Schubert; vogel = Fogel; fogel = Vogel;
    friedrich = Fridrich; fridrich = Friedrich; günther = Guenther; gunther = Günther; gunter = Günther;
    kellr = Keller; keler = Keller; berger = Bergr; winkler = Vinkler; roth = Rot; rot = Roth; beck = Bek;
    lorenz = Lorentz; lorents = Lorenz; baumann = Bauman; frank = Franck; albrecht = Albrecth; simon = Siemon;
    bohm = Böhm; boehm = Böhm; winter = Wintr; kraus = Krauss; schumacher = Schuhmacher;
    schuhmacher = Schumacher; kramer = Krämer; kraemer = Krämer; vogt = Voigt; voigt = Vogt; stein = Steyn;
    jager = Jäger; jaeger = Jäger; otto = Oto; gross = Groß; groß = Gross; gros = Groß; strauss = Strauß;
    straus = Strauß; ziegler = Zigler; brandt = Brand; brand = Brandt; kuhn = Kühn; kuehn = Kühn; pohl = Pol;
    horn = Hron; engl = Engel; bulock = Bullock; bullok = Bullock; bollock = Bullock;
    philip schneider = Philipp Schneider; filip schneider = Philipp Schneider; stefan becker = Stephan Becker;
    stephan becker = Stefan Becker; jorg weber = Jörg Weber; joerg weber = Jörg Weber;
    jurgen koch = Jürgen Koch; kristian bauer = Christian Bauer; christan bauer = Christian Bauer;
    katarina wolf = Katharina Wolf; catharina wolf = Katharina Wolf; matias klein = Matthias Klein;
    mathias klein = Matthias Klein; thomas muler = Thomas Müller; tomas müller = Thomas Müller;
    edgar bulock = Edgar Bullock; edgr bullock = Edgar Bullock; bullock edger = Edgar Bullock;
    sophie lange = Sofie Lange; sofie lange = Sophie Lange; andras neumann = Andreas Neumann;
    miachel schwarz = Michael Schwarz; micheal schwarz = Michael Schwarz; anna lehna vogel = Anna-Lena Vogel;
    annalena vogel = Anna-Lena Vogel; soren hahn = Sören Hahn; bjorn roth = Björn Roth;
    gunther frank = Günther Frank; kathe simon = Käthe Simon; ruediger otto = Rüdiger Otto;
    rudiger otto = Rüdiger Otto
  `),
  Particles: list(`
    heide = von der Heide; heyde = von der Heide; löwenstein = zu Löwenstein; lowenstein = zu Löwenstein;
    loewenstein = zu Löwenstein; fuente = de la Fuente; cruz = de la Cruz; berg = van der Berg;
    linden = van der Linden; velde = van de Velde; vries = de Vries; silva = da Silva; santos = dos Santos;
    bismarck = von Bismarck; weizsäcker = von Weizsäcker; weizsacker = von Weizsäcker;
    stauffenberg = von Stauffenberg; guttenberg = zu Guttenberg; torre = de la Torre; rosa = de la Rosa;
    castro = de Castro; hohenstein = von Hohenstein; dijk = van Dijk; beek = van Beek; leyen = von der Leyen;
    recke = von der Recke; anna heide = Anna von der Heide; pablo fuente = Pablo de la Fuente;
    jan berg = Jan van der Berg; karl löwenstein = Karl zu Löwenstein; maria silva = Maria da Silva;
    ines santos = Inês dos Santos
  `),
  Turkish: list(`
    yilmaz = Yılmaz; ylmaz = Yılmaz; yilmas = Yılmaz; jilmaz = Yılmaz; kaya = Kaja; demir = Demyr;
    demirr = Demir; sahin = Şahin; schahin = Şahin; shahin = Şahin; celik = Çelik; chelik = Çelik;
    tschelik = Çelik; yildiz = Yıldız; yildis = Yıldız; jildiz = Yıldız; yildirim = Yıldırım; ozturk = Öztürk;
    oeztuerk = Öztürk; östürk = Öztürk; oztürk = Öztürk; aydin = Aydın; aidin = Aydın; ozdemir = Özdemir;
    arslan = Aslan; aslan = Arslan; dogan = Doğan; doghan = Doğan; kilic = Kılıç; kilitsch = Kılıç;
    cetin = Çetin; chetin = Çetin; koc = Koç; kotsch = Koç; ozkan = Özkan; simsek = Şimşek; schimschek = Şimşek;
    polad = Polat; korkmas = Korkmaz; cakir = Çakır; tschakir = Çakır; erdogan = Erdoğan; gunes = Güneş;
    günesch = Güneş; aktas = Aktaş; aktasch = Aktaş; ozcan = Özcan; avci = Avcı; gul = Gül; guel = Gül;
    unal = Ünal; isik = Işık; cinar = Çınar; yuksel = Yüksel; jüksel = Yüksel; sen = Şen; guven = Güven;
    sule ozturk = Şule Öztürk; schule öztürk = Şule Öztürk; ayse yilmaz = Ayşe Yılmaz; aische kaya = Ayşe Kaya;
    omer demir = Ömer Demir; ugur celik = Uğur Çelik; gokhan sahin = Gökhan Şahin;
    ibrahim ozdemir = İbrahim Özdemir; hüsein yildiz = Hüseyin Yıldız; hussein yildiz = Hüseyin Yıldız;
    muhamed arslan = Muhammed Arslan
  `),
  Polish: list(`
    nowak = Novak; novak = Nowak; kowalski = Kowalsky; kowalsky = Kowalski; kovalski = Kowalski;
    wisniewski = Wiśniewski; wischniewski = Wiśniewski; wojcik = Wójcik; woicik = Wójcik; kowalczyk = Kowalczik;
    kowaltschik = Kowalczyk; kaminski = Kamiński; kaminsky = Kamiński; lewandowski = Lewandowsky;
    levandovski = Lewandowski; zielinski = Zieliński; dzielinski = Zieliński; szymanski = Szymański;
    schimanski = Szymański; wozniak = Woźniak; dabrowski = Dąbrowski; dombrowski = Dąbrowski;
    kozlowski = Kozłowski; koslowski = Kozłowski; jankowsky = Jankowski; mazur = Masur;
    kwiatkowsky = Kwiatkowski; krawczik = Krawczyk; piotrowsky = Piotrowski; grabowsky = Grabowski;
    pawlowski = Pawłowski; zajac = Zając; krol = Król; krul = Król; wrobel = Wróbel; jablonski = Jabłoński;
    stepien = Stępień; gorski = Górski; sliwa = Śliwa; schliwa = Śliwa; zulawski = Żuławski; lecki = Łęcki;
    lukaszewski = Łukaszewski; cwikla = Ćwikła; zrebiec = Źrebiec; blaszczyk = Błaszczyk;
    kazmierczak = Kaźmierczak; brzenczyszczykiewicz = Brzęczyszczykiewicz; lucja = Łucja Nowak;
    lucja nowak = Łucja Nowak; lukasz krol = Łukasz Król; wukasz krol = Łukasz Król;
    malgorzata zajac = Małgorzata Zając; zaneta gorska = Żaneta Górska; pawel wozniak = Paweł Woźniak;
    stanislaw mazur = Stanisław Mazur; grazyna kaminska = Grażyna Kamińska; jedrzej sliwa = Jędrzej Śliwa;
    dvorak = Dvořák; dworschak = Dvořák; cerny = Černý; prochazka = Procházka; kucera = Kučera; nemec = Němec;
    simek = Šimek; rihova = Říhová
  `),
  Spanish: list(`
    garcia = García; gartia = García; garzia = García; gonzalez = González; gonzales = González;
    gonsalez = González; rodriguez = Rodríguez; rodrigues = Rodríguez; fernandez = Fernández;
    fernandes = Fernández; lopez = López; lopes = López; martinez = Martínez; martines = Martínez;
    sanchez = Sánchez; santschez = Sánchez; perez = Pérez; peres = Pérez; gomez = Gómez; gomes = Gómez;
    jimenez = Jiménez; himenez = Jiménez; gimenez = Jiménez; hernandez = Hernández; ernandez = Hernández;
    diaz = Díaz; dias = Díaz; alvarez = Álvarez; munoz = Muñoz; munjoz = Muñoz; gutierrez = Gutiérrez;
    gutierez = Gutiérrez; nunez = Núñez; nunjez = Núñez; suarez = Suárez; vasquez = Vázquez; vazquez = Vázquez;
    ramirez = Ramírez; dominguez = Domínguez; ibanez = Ibáñez; ibanjez = Ibáñez; mendez = Méndez; pena = Peña;
    penja = Peña; velez = Vélez; benitez = Benítez; etxeberria = Etxeberría; etcheberria = Etxeberría;
    garcia nunez = García Núñez; maria garcia = María García; jose lopez = José López; hose lopez = José López;
    ines martinez = Inés Martínez; inigo perez = Íñigo Pérez; angel gomez = Ángel Gómez;
    begona diaz = Begoña Díaz; oscar sanchez = Óscar Sánchez; lucia alvarez = Lucía Álvarez;
    goncalves = Gonçalves; conceicao = Conceição; araujo = Araújo; joao araujo = João Araújo;
    magalhaes = Magalhães
  `),
  Nordic: list(`
    hansen = Hanssen; hanson = Hansen; johansen = Johanssen; johanson = Johansson; johannson = Johansson;
    olsen = Ohlsen; ohlsson = Olsson; larsson = Larson; larson = Larsson; andersen = Anderssen;
    anderson = Andersson; pedersen = Petersen; nilson = Nilsson; nielson = Nielsen; nilsen = Nielsen;
    kristiansen = Christiansen; christiansen = Kristiansen; jensen = Jenssen; karlson = Karlsson;
    carlsson = Karlsson; petterson = Pettersson; petersson = Pettersson; erikson = Eriksson;
    ericsson = Eriksson; berg = Bergh; haugen = Haugn; hagen = Haagen; sorensen = Sørensen; sörensen = Sørensen;
    soerensen = Sørensen; jorgensen = Jørgensen; jörgensen = Jørgensen; moller = Møller; möller = Møller;
    ostergaard = Østergaard; östergaard = Østergaard; odegard = Ødegård; aberg = Åberg; oberg = Öberg;
    strom = Ström; sjoberg = Sjöberg; schöberg = Sjöberg; lindstrom = Lindström; bergstrom = Bergström;
    bjork = Björk; lofgren = Löfgren; ohman = Öhman; ostlund = Östlund; hamalainen = Hämäläinen;
    makinen = Mäkinen; maekinen = Mäkinen; jarvinen = Järvinen; virtanen = Wirtanen; korhonnen = Korhonen;
    nygard = Nygård; nygaard = Nygård; asa lindstrom = Åsa Lindström; hakan strom = Håkan Ström;
    soren moller = Søren Møller; jorgen hansen = Jørgen Hansen; bjorn olsen = Bjørn Olsen;
    thora jonsdottir = Þóra Jónsdóttir; gudrun jonsson = Guðrún Jónsson; marta oberg = Märta Öberg
  `),
  Arabic: list(`
    mohamed = Mohammed; muhamad = Muhammad; mohammad = Mohammed; mohamad = Mohammad; muhammed = Mohammed;
    ahmed = Ahmad; ahmad = Ahmed; achmed = Ahmed; hussein = Hussain; hussain = Hussein; husein = Hussein;
    houssein = Hussein; hassan = Hasan; hasan = Hassan; hasssan = Hassan; ibrahem = Ibrahim; ebrahim = Ibrahim;
    youssef = Yusuf; yousef = Youssef; jussuf = Yusuf; yusef = Yusuf; abdallah = Abdullah; abdulah = Abdullah;
    abdulrahman = Abdelrahman; abderrahman = Abdelrahman; khalil = Chalil; kalil = Khalil; chalid = Khalid;
    kaled = Khaled; khaled = Khalid; said = Saeed; saed = Saeed; sayed = Sayeed; mahmud = Mahmoud;
    mahmoud = Mahmud; machmud = Mahmoud; mustapha = Mustafa; mustafa = Mostafa; moustafa = Mustafa;
    salah = Saleh; saleh = Salih; omar = Umar; nasser = Nasir; naser = Nasser; haddad = Hadad; masri = al-Masri;
    al masri = al-Masri; almasri = al-Masri; al hamidi = al-Hamidi; hamidi = al-Hamidi; khatib = al-Khatib;
    chatib = al-Khatib; sayed ali = Sayed Aly; fatima hassan = Fatma Hassan; fatma hassan = Fatima Hassan;
    mohamed ali = Mohammed Ali; ahmed khalil = Ahmad Khalil; yousef ibrahim = Youssef Ibrahim;
    layla nasser = Leila Nasser; leyla haddad = Leila Haddad; aischa omar = Aisha Omar
  `),
  Russian: list(`
    ivanov = Iwanow; iwanow = Ivanov; iwanov = Ivanov; smirnow = Smirnov; kusnezow = Kuznetsov;
    kuznezov = Kuznetsov; kusnetsov = Kuznetsov; popow = Popov; wassiljew = Vasiliev; vasiljev = Vasiliev;
    vassiliev = Vasiliev; petrow = Petrov; sokolow = Sokolov; michailow = Mikhailov; mihailov = Mikhailov;
    nowikow = Novikov; fjodorow = Fedorov; fedorow = Fedorov; morosow = Morozov; wolkow = Volkov;
    alexejew = Alekseev; alekseyev = Alekseev; lebedew = Lebedev; semjonow = Semenov; semenow = Semenov;
    jegorow = Egorov; pawlow = Pavlov; koslow = Kozlov; stepanow = Stepanov; nikolajew = Nikolaev;
    nikolaev = Nikolajew; orlow = Orlov; andrejew = Andreev; makarow = Makarov; sacharow = Zakharov;
    zacharov = Zakharov; sajzew = Zaitsev; zaizev = Zaitsev; schewtschenko = Shevchenko; sevcenko = Shevchenko;
    chevchenko = Shevchenko; kowalenko = Kovalenko; bondarenco = Bondarenko; tkatschenko = Tkachenko;
    krawtschenko = Kravchenko; oleksandr melnik = Oleksandr Melnyk; melnik = Melnyk; jurij popov = Yuri Popov;
    juri popov = Yuri Popov; dmitri ivanov = Dmitry Ivanov; dimitri ivanov = Dmitry Ivanov;
    sergej petrov = Sergei Petrov; sergey petrov = Sergei Petrov; aleksei orlov = Alexei Orlov;
    natalja smirnova = Natalia Smirnova; tatjana volkova = Tatiana Volkova;
    ekaterina sokolova = Jekaterina Sokolova; olga kusnezowa = Olga Kuznetsova;
    wladimir lebedev = Vladimir Lebedev; jewgeni pavlov = Evgeni Pavlov
  `),
};

function list(text: string): string[] {
  return text.split(';').map((pair) => pair.trim());
}
