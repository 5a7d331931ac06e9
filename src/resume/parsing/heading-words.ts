import type { SectionKind } from '../../schemas/resume.ts';

/** Whole headings, folded, where the single words would mislead or are not in the lists below. */
export const HEADING_PHRASES: Partial<Record<SectionKind, readonly string[]>> = {
  experience: [
    'work experience', 'professional experience', 'work history', 'employment history', 'career history', 'work', 'background', 'career', 'employment', 'positions', 'positions held', 'jobs', 'where i worked', 'where i have worked', 'what i have done',
    'internships', 'internship', 'internship experience', 'military service', 'military experience', 'professional background', 'work background',
    'experience highlights', 'career highlights', 'professional engagements', 'consulting engagements', 'appointments', 'academic appointments',
    'work summary', 'experience summary', 'professional journey', 'career path', 'career progression', 'career timeline', 'roles', 'experience & projects',
    'berufserfahrung', 'berufserfahrungen', 'arbeitserfahrung', 'praxiserfahrung', 'berufspraxis', 'werdegang', 'beruflicher werdegang', 'berufliche erfahrung',
    'berufliche stationen', 'beruflicher hintergrund', 'berufliche laufbahn', 'berufliche tatigkeit', 'berufliche tatigkeiten', 'beschaftigung', 'praktika', 'praktikum',
    'erfahrung', 'erfahrungen', 'tatigkeiten', 'stationen',
    'experience professionnelle', 'experiences professionnelles', 'experiences', 'parcours professionnel', 'parcours', 'emplois', 'emploi', 'carriere', 'stages',
    'experiencia', 'experiencia laboral', 'experiencia profesional', 'experiencia de trabajo', 'historial laboral', 'trayectoria', 'trayectoria profesional', 'empleo', 'vida laboral',
    'esperienza', 'esperienze', 'esperienza professionale', 'esperienze lavorative', 'esperienza lavorativa', 'experiencia profissional', 'werkervaring', 'arbetslivserfarenhet', 'erhvervserfaring', 'doswiadczenie', 'doswiadczenie zawodowe',
    '職歴', '职业经历', '工作经历', '工作经验', '경력', '경력사항', 'अनुभव', 'कार्य अनुभव', 'الخبرة', 'الخبرات', 'الخبرة العملية', 'ניסיון', 'ניסיון תעסוקתי', 'опыт работы', 'опыт',
  ],
  education: [
    'education', 'academics', 'academia', 'degrees', 'studies', 'schooling', 'university', 'qualifications', 'academic background', 'academic qualifications', 'academic qualification',
    'educational qualifications', 'educational qualification', 'academic profile', 'academic record', 'academic details', 'academic history', 'academic credentials', 'academic training',
    'scholastic record', 'scholastics', 'training', 'coursework', 'relevant coursework', 'education & training',
    'ausbildung', 'bildung', 'allgemeine und berufliche bildung', 'allgemein- und berufsbildung', 'bildungsweg', 'bildungsgang', 'schulbildung', 'hochschulbildung', 'studium', 'schule', 'schulische ausbildung', 'akademische ausbildung', 'akademischer werdegang', 'schulischer werdegang',
    'ausbildung und studium', 'weiterbildung', 'weiterbildungen', 'aus- und weiterbildung', 'akademische laufbahn', 'studium und ausbildung',
    'formation', 'formations', 'etudes', 'diplomes', 'diplome', 'scolarite', 'cursus', 'formation academique', 'parcours academique', 'parcours scolaire', 'formation et diplomes', 'education et formation',
    'educacion', 'formacion', 'formacion academica', 'estudios', 'titulacion', 'titulos', 'educacion y formacion', 'formacion complementaria', 'preparacion academica',
    'istruzione', 'istruzione e formazione', 'formazione', 'formacao', 'formacao academica', 'educacao', 'opleiding', 'opleidingen', 'utbildning', 'uddannelse', 'wyksztalcenie', 'edukacja',
    '学歴', '教育', '教育背景', '教育经历', '학력', '학력사항', 'शिक्षा', 'التعليم', 'المؤهلات العلمية', 'השכלה', 'לימודים', 'образование',
  ],
  skills: [
    'technical skills', 'core skills', 'key skills', 'professional skills', 'skills', 'expertise', 'competencies', 'competences', 'technologies', 'technology', 'tech stack', 'stack', 'toolbox', 'toolkit', 'tools', 'areas of expertise', 'areas of knowledge', 'area of expertise',
    'what i know', 'what i do', 'proficiencies', 'capabilities', 'strengths', 'know how', 'know-how', 'software', 'specialties', 'specialities', 'specializations', 'it skills', 'hard skills', 'soft skills', 'skill set', 'skillset', 'skill sets',
    'core qualifications', 'technical qualifications', 'technical proficiency', 'technical knowledge', 'technical background', 'technical environment', 'technical exposure', 'technical profile', 'technical summary', 'programming languages', 'computer languages',
    'languages and technologies', 'languages & frameworks', 'languages and tools', 'programming', 'skills summary', 'summary of skills', 'software knowledge', 'computer knowledge', 'key words', 'keywords',
    'kenntnisse', 'fahigkeiten', 'kompetenzen', 'fachkenntnisse', 'it-kenntnisse', 'it kenntnisse', 'edv-kenntnisse', 'edv kenntnisse', 'edv', 'technische kenntnisse', 'technologien', 'programmiersprachen', 'fertigkeiten', 'qualifikationen',
    'kernkompetenzen', 'fachliche kompetenzen', 'technische fahigkeiten', 'besondere kenntnisse', 'kenntnisse und fahigkeiten', 'fahigkeiten und kenntnisse', 'softwarekenntnisse', 'werkzeuge', 'starken', 'zusatzqualifikationen',
    'competences techniques', 'competences cles', 'competences informatiques', 'savoir-faire', 'savoir faire', 'connaissances', 'informatique', 'outils', 'aptitudes', 'atouts',
    'habilidades', 'competencias', 'conocimientos', 'aptitudes', 'destrezas', 'habilidades tecnicas', 'competencias tecnicas', 'conocimientos tecnicos', 'conocimientos informaticos', 'tecnologias', 'herramientas', 'informatica', 'capacidades',
    'competenze', 'competenze tecniche', 'vaardigheden', 'kompetenser', 'kompetencer', 'umiejetnosci', 'スキル', '技術', '技能', '专业技能', '기술', '기술스택', '보유기술', 'कौशल', 'المهارات', 'כישורים', 'מיומנויות', 'навыки',
  ],
  projects: [
    'projects', 'portfolio', 'open source', 'open source work', 'open source contributions', 'open-source', 'side projects', 'things i built', 'selected work', 'selected works', 'key engagements', 'project details', 'project profile',
    'projekte', 'eigene projekte', 'projekterfahrung', 'projekterfahrungen', 'projektliste', 'referenzprojekte', 'projets', 'projets personnels', 'realisations', 'proyectos', 'proyectos personales', 'progetti', 'projetos', 'projecten', 'プロジェクト', '项目', '项目经历', '프로젝트', 'المشاريع', 'פרויקטים', 'परियोजनाएं', 'проекты',
  ],
  summary: [
    'professional summary', 'career summary', 'summary', 'about', 'about me', 'profile', 'objective', 'objectives', 'overview', 'introduction', 'bio', 'biography', 'who am i', 'who i am', 'personal statement', 'mission', 'headline', 'goal', 'goals', 'career goal', 'career goals', 'career objective', 'job objective',
    'executive summary', 'summary of qualifications', 'qualifications summary', 'personal profile', 'career profile', 'highlights of qualifications', 'at a glance', 'synopsis', 'profile summary', 'professional synopsis', 'statement',
    'profil', 'kurzprofil', 'uber mich', 'zusammenfassung', 'ziel', 'ziele', 'berufsziel', 'karriereziel', 'personliches profil', 'zur person', 'kurzvorstellung',
    'a propos', 'a propos de moi', 'presentation', 'resume professionnel', 'objectif', 'objectif professionnel', 'qui suis-je', 'profil professionnel',
    'perfil', 'perfil profesional', 'resumen', 'resumen profesional', 'sobre mi', 'acerca de mi', 'objetivo', 'objetivo profesional', 'extracto', 'presentacion',
    'profilo', 'sommario', 'samenvatting', 'profiel', 'resumo', 'sobre', 'podsumowanie', '概要', '自己pr', '个人简介', '自我评价', '요약', '자기소개', 'सारांश', 'الملخص', 'نبذة', 'תקציר', 'אודות', 'о себе',
  ],
  certificates: [
    'certificates', 'certificate', 'certifications', 'certification', 'licenses', 'licences', 'licenses & certifications', 'credentials', 'accreditations', 'courses', 'trainings', 'professional development', 'continuing education', 'online courses', 'trainings attended',
    'zertifikate', 'zertifizierungen', 'lizenzen', 'kurse', 'schulungen', 'fortbildungen', 'certificats', 'certificaciones', 'certificados', 'cursos', 'licencias', 'certificazioni', 'certificacoes', 'certificaten', 'certyfikaty', '資格', '证书', '자격증', 'प्रमाणपत्र', 'الشهادات', 'תעודות', 'сертификаты',
  ],
  awards: [
    'awards', 'award', 'honors', 'honours', 'achievements', 'accomplishments', 'recognition', 'recognitions', 'distinctions', 'scholarships', 'prizes', 'accolades', 'key achievements', 'academic achievements', 'achievements & awards', 'rewards and recognition',
    'auszeichnungen', 'preise', 'erfolge', 'ehrungen', 'stipendien', 'prix', 'recompenses', 'distinctions et prix', 'premios', 'reconocimientos', 'logros', 'becas', 'premi', 'premios e distincoes', '受賞歴', '获奖', '수상', 'पुरस्कार', 'الجوائز', 'פרסים',
  ],
  publications: ['publications', 'papers', 'research papers', 'articles', 'patents', 'talks', 'presentations', 'conferences', 'speaking', 'speaking engagements', 'blog', 'writing', 'books', 'publikationen', 'veroffentlichungen', 'vortrage', 'patente', 'brevets', 'publicaciones', 'conferencias', 'patentes', 'pubblicazioni', '論文', '논문', 'प्रकाशन', 'المنشورات', 'פרסומים'],
  languages: ['languages', 'language', 'spoken languages', 'language skills', 'language proficiency', 'languages known', 'languages spoken', 'linguistic skills', 'human languages', 'foreign languages', 'sprachen', 'sprachkenntnisse', 'fremdsprachen', 'langues', 'langues etrangeres', 'idiomas', 'lenguas', 'lingue', 'talen', 'sprak', 'sprog', 'jezyki', '語学', '语言', '언어', '외국어', 'भाषाएँ', 'اللغات', 'שפות', 'языки'],
  volunteering: ['volunteer', 'volunteering', 'volunteer work', 'community', 'community service', 'community involvement', 'social engagement', 'leadership & activities', 'extracurricular activities', 'extra curricular activities', 'extracurriculars', 'activities', 'leadership', 'involvement', 'memberships', 'affiliations', 'professional affiliations', 'organizations', 'co-curricular activities',
    'ehrenamt', 'ehrenamtliches engagement', 'engagement', 'soziales engagement', 'ehrenamtliche tatigkeiten', 'mitgliedschaften', 'benevolat', 'vie associative', 'activites associatives', 'voluntariado', 'volontariato', 'vrijwilligerswerk', 'ボランティア', '봉사활동', 'स्वयंसेवा', 'التطوع', 'התנדבות'],
  interests: ['interests', 'hobbies', 'hobby', 'hobbies & interests', 'personal interests', 'passions', 'free time', 'outside work', 'interessen', 'hobbys', 'freizeit', 'freizeitaktivitaten', 'interets', "centres d'interet", "centre d'interet", "centres d'interets", 'loisirs', 'intereses', 'aficiones', 'pasatiempos', 'interessi', 'interesses', 'zainteresowania', '趣味', '兴趣爱好', '취미', 'रुचियां', 'الاهتمامات', 'תחביבים'],
  references: ['references', 'reference', 'referees', 'testimonials', 'recommendations', 'referenzen', 'empfehlungen', 'recommandations', 'referencias', 'recomendaciones', 'referenze', 'referenties', '推薦', 'संदर्भ', 'المراجع', 'ממליצים'],
  contact: ['contact', 'contacts', 'contact me', 'contact info', 'contact information', 'contact details', 'get in touch', 'personal details', 'personal information', 'personal info', 'personal data', 'personal', 'details', 'info', 'profiles', 'links', 'social', 'social media', 'social profiles', 'online', 'find me', 'find me online', 'address', 'basics', 'personal particulars', 'personal profile details', 'on the web',
    'kontakt', 'kontaktdaten', 'personliche daten', 'personliche angaben', 'personliches', 'angaben zur person', 'adresse', 'coordonnees', 'informations personnelles', 'etat civil', 'contacto', 'datos personales', 'informacion personal', 'datos de contacto', 'contatti', 'contato', 'dados pessoais', 'contactgegevens', '連絡先', '联系方式', '연락처', 'संपर्क', 'التواصل', 'פרטים אישיים', 'контакты'],
  other: ['declaration', 'other', 'miscellaneous', 'misc', 'additional information', 'additional info', 'other information', 'further information', 'sonstiges', 'weitere angaben', 'divers', 'autres', 'otros', 'otros datos', 'informacion adicional', 'availability', 'visa status', 'strengths and weaknesses'],
};

/** Words that decide a heading of several known words; kinds that come first win. */
export const HEADING_KEYWORDS: readonly (readonly [SectionKind, string])[] = [
  ['volunteering', 'volunteer volunteering voluntary extracurricular ehrenamtlich ehrenamtliche benevole voluntariado'],
  ['publications', 'publications publication papers patents talks'],
  ['references', 'references referees testimonials referenzen'],
  ['projects', 'projects projekte projets proyectos portfolio'],
  ['education', 'education educational academics academic qualification scholastic bildung ausbildung studium formation educacion etudes'],
  ['certificates', 'certifications certificates certification certificate certified licenses licences licensure courses trainings training zertifikate certificats certificaciones'],
  ['awards', 'awards award honors honours achievements accomplishments recognition recognitions scholarships auszeichnungen prix premios'],
  ['skills', 'skills skill competencies competences competency competencias competenze expertise proficiency proficiencies technologies stack toolbox tools strengths kenntnisse kompetenzen fahigkeiten habilidades conocimientos frameworks databases knowledge'],
  ['languages', 'languages language sprachen langues idiomas'],
  ['experience', 'experience experiences employment work career history employments internships internship positions jobs erfahrung erfahrungen berufserfahrung experiencia professionnelle'],
  ['interests', 'interests hobbies interessen hobbys loisirs intereses'],
  ['summary', 'summary profile objective objectives overview about statement introduction profil perfil resumen'],
  ['contact', 'contact kontakt contacto'],
];

/** Words that may stand in a heading without deciding what it is. */
export const HEADING_FILLERS =
  'my me top primary secondary professional personal technical technological relevant additional key core selected other related main major recent current past previous prior general ' +
  'industry industrial business corporate it computer software engineering development programming product design research teaching work career job academic ' +
  'and of the in with a an to for on at or & de et y und von der die das des du la le les los las el en mit ' +
  'details information summary background section list set areas area highlights notable significant soft hard functional operational leadership management ' +
  'full time part freelance consulting contract independent open source side community social professionnel professionnelle professionnels personnels techniques technique cles ' +
  'profesional profesionales tecnicas tecnicos personales laboral berufliche berufliches beruflicher technische fachliche sonstige weitere wichtigste personliche ' +
  'qualifications qualification credentials history activities service studies platforms platform cloud data web digital creative analytical transferable interpersonal organizational';
