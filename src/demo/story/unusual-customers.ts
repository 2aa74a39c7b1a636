/** People and companies whose names a page must bear: long, short, in other scripts, from right to left. */
export const UNUSUAL_CUSTOMERS = [
  {
    name: 'Prof. Dr. Dr. h. c. Maximiliane-Alexandra Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst',
    company:
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG',
  },
  {
    name: 'Siân Llywelyn',
    company: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Brewing Co-operative Ltd',
  },
  { name: 'Nguyễn Thị Phương Thảo', company: 'Công ty TNHH Phần mềm Bình Minh' },
  { name: 'محمد عبد الرحمن الخطيب', company: 'شركة النخبة للبرمجيات' },
  { name: 'יעל בן־דוד', company: 'תבור מערכות בע״מ' },
  { name: 'Seán D’Arcy O’Sullivan-McGillicuddy', company: 'D’Arcy & O’Sullivan "The Print Shop"' },
  { name: '李', company: '北京一零科技有限公司' },
  { name: 'สมชาย ศรีสุวรรณ', company: 'บริษัท สยามซอฟต์แวร์ จำกัด' },
  { name: 'Þórunn Guðmundsdóttir', company: 'Norðurljós hugbúnaður ehf.' },
  { name: 'Παναγιώτα Παπακωνσταντίνου-Χατζηγεωργίου', company: 'Αιγαίο Λογισμικό Α.Ε.' },
] as const;
