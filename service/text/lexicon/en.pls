<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>HIRA</grapheme><alias>Hira</alias></lexeme>
  <lexeme><grapheme>KOSIS</grapheme><alias>Kosis</alias></lexeme>
  <lexeme><grapheme>KISTI</grapheme><alias>Kisti</alias></lexeme>
  <lexeme><grapheme>KIST</grapheme><alias>Kist</alias></lexeme>
  <lexeme><grapheme>KISTEP</grapheme><alias>Kistep</alias></lexeme>
  <lexeme><grapheme>ETRI</grapheme><alias>Etri</alias></lexeme>
  <lexeme><grapheme>KEPCO</grapheme><alias>Kepco</alias></lexeme>
  <lexeme><grapheme>KOGAS</grapheme><alias>Kogas</alias></lexeme>
  <lexeme><grapheme>KAMCO</grapheme><alias>Kamco</alias></lexeme>
  <lexeme><grapheme>KORAIL</grapheme><alias>Korail</alias></lexeme>
  <lexeme><grapheme>KOSHA</grapheme><alias>Kosha</alias></lexeme>
  <lexeme><grapheme>KIHASA</grapheme><alias>Kihasa</alias></lexeme>
  <lexeme><grapheme>KERIS</grapheme><alias>Keris</alias></lexeme>
  <lexeme><grapheme>NIPA</grapheme><alias>Nipa</alias></lexeme>
  <lexeme><grapheme>KOSDAQ</grapheme><alias>Kosdaq</alias></lexeme>
  <lexeme><grapheme>KOSPI</grapheme><alias>Kospi</alias></lexeme>
  <lexeme><grapheme>KONEX</grapheme><alias>Konex</alias></lexeme>
  <lexeme><grapheme>COMWEL</grapheme><alias>Comwel</alias></lexeme>
  <lexeme><grapheme>KIPRIS</grapheme><alias>Kipris</alias></lexeme>
  <lexeme><grapheme>KOFIC</grapheme><alias>Kofic</alias></lexeme>
  <lexeme><grapheme>KOCCA</grapheme><alias>Kocca</alias></lexeme>
  <lexeme><grapheme>KOBACO</grapheme><alias>Kobaco</alias></lexeme>
  <lexeme><grapheme>KOLAS</grapheme><alias>Kolas</alias></lexeme>
  <lexeme><grapheme>KOFIH</grapheme><alias>Kofih</alias></lexeme>
  <lexeme><grapheme>KOHI</grapheme><alias>Kohi</alias></lexeme>
  <lexeme><grapheme>NECA</grapheme><alias>Neca</alias></lexeme>
  <lexeme><grapheme>KRISS</grapheme><alias>Kriss</alias></lexeme>
  <lexeme><grapheme>KIOST</grapheme><alias>Kiost</alias></lexeme>
  <lexeme><grapheme>KIGAM</grapheme><alias>Kigam</alias></lexeme>
  <lexeme><grapheme>KOSTAT</grapheme><alias>Kostat</alias></lexeme>
  <lexeme><grapheme>MAFRA</grapheme><alias>Mafra</alias></lexeme>
  <lexeme><grapheme>MOFA</grapheme><alias>Mofa</alias></lexeme>
  <lexeme><grapheme>KETEP</grapheme><alias>Ketep</alias></lexeme>
  <lexeme><grapheme>KODIT</grapheme><alias>Kodit</alias></lexeme>
  <lexeme><grapheme>KIBO</grapheme><alias>Kibo</alias></lexeme>
  <lexeme><grapheme>KOMSA</grapheme><alias>Komsa</alias></lexeme>
  <lexeme><grapheme>K-SURE</grapheme><alias>K sure</alias></lexeme>
  <lexeme><grapheme>MOHW</grapheme><alias>M O H W</alias></lexeme>
  <lexeme><grapheme>KDCA</grapheme><alias>K D C A</alias></lexeme>
  <lexeme><grapheme>NHIS</grapheme><alias>N H I S</alias></lexeme>
  <lexeme><grapheme>MFDS</grapheme><alias>M F D S</alias></lexeme>
  <lexeme><grapheme>KHIDI</grapheme><alias>K H I D I</alias></lexeme>
  <lexeme><grapheme>NPS</grapheme><alias>N P S</alias></lexeme>
  <lexeme><grapheme>NIA</grapheme><alias>N I A</alias></lexeme>
  <lexeme><grapheme>KISA</grapheme><alias>Kisa</alias></lexeme>
  <lexeme><grapheme>MOTIE</grapheme><alias>M O T I E</alias></lexeme>
  <lexeme><grapheme>MOLIT</grapheme><alias>M O L I T</alias></lexeme>
  <lexeme><grapheme>MOGEF</grapheme><alias>M O G E F</alias></lexeme>
  <lexeme><grapheme>UNFCCC</grapheme><alias>U N F C C C</alias></lexeme>
  <lexeme><grapheme>UNESCAP</grapheme><alias>U N Escap</alias></lexeme>
  <lexeme><grapheme>ESCAP</grapheme><alias>Escap</alias></lexeme>
  <lexeme><grapheme>UNCTAD</grapheme><alias>Unctad</alias></lexeme>
  <lexeme><grapheme>UNIDO</grapheme><alias>Unido</alias></lexeme>
  <lexeme><grapheme>UNEP</grapheme><alias>Unep</alias></lexeme>
  <lexeme><grapheme>WIPO</grapheme><alias>Wipo</alias></lexeme>
  <lexeme><grapheme>INTERPOL</grapheme><alias>Interpol</alias></lexeme>
  <lexeme><grapheme>NAFTA</grapheme><alias>Nafta</alias></lexeme>
  <lexeme><grapheme>ASEM</grapheme><alias>Asem</alias></lexeme>
  <lexeme><grapheme>THAAD</grapheme><alias>Thad</alias></lexeme>
  <lexeme><grapheme>GSOMIA</grapheme><alias>Gsomia</alias></lexeme>
  <lexeme><grapheme>KADIZ</grapheme><alias>Kadiz</alias></lexeme>
  <lexeme><grapheme>SWIFT</grapheme><alias>Swift</alias></lexeme>
  <lexeme><grapheme>LIBOR</grapheme><alias>Libor</alias></lexeme>
  <lexeme><grapheme>UNITAR</grapheme><alias>Unitar</alias></lexeme>
  <lexeme><grapheme>EURATOM</grapheme><alias>Euratom</alias></lexeme>
  <lexeme><grapheme>ICAO</grapheme><alias>I C A O</alias></lexeme>
  <lexeme><grapheme>FHIR</grapheme><alias>fire</alias></lexeme>
  <lexeme><grapheme>HIPAA</grapheme><alias>hippa</alias></lexeme>
  <lexeme><grapheme>LASIK</grapheme><alias>lasik</alias></lexeme>
  <lexeme><grapheme>LASEK</grapheme><alias>lasek</alias></lexeme>
  <lexeme><grapheme>ECMO</grapheme><alias>ekmo</alias></lexeme>
  <lexeme><grapheme>CRISPR</grapheme><alias>crisper</alias></lexeme>
  <lexeme><grapheme>BRCA</grapheme><alias>bracka</alias></lexeme>
  <lexeme><grapheme>BRCA1</grapheme><alias>bracka one</alias></lexeme>
  <lexeme><grapheme>BRCA2</grapheme><alias>bracka two</alias></lexeme>
  <lexeme><grapheme>HER2</grapheme><alias>her two</alias></lexeme>
  <lexeme><grapheme>CAR-T</grapheme><alias>car T</alias></lexeme>
  <lexeme><grapheme>PD-1</grapheme><alias>P D one</alias></lexeme>
  <lexeme><grapheme>PD-L1</grapheme><alias>P D L one</alias></lexeme>
  <lexeme><grapheme>SARS-CoV-2</grapheme><alias>Sars Cov two</alias></lexeme>
  <lexeme><grapheme>MERS-CoV</grapheme><alias>Mers Cov</alias></lexeme>
  <lexeme><grapheme>HbA1c</grapheme><alias>H b A one c</alias></lexeme>
  <lexeme><grapheme>SpO2</grapheme><alias>S p O two</alias></lexeme>
  <lexeme><grapheme>pH</grapheme><alias>P H</alias></lexeme>
  <lexeme><grapheme>DTaP</grapheme><alias>D tap</alias></lexeme>
  <lexeme><grapheme>Tdap</grapheme><alias>T dap</alias></lexeme>
  <lexeme><grapheme>eGFR</grapheme><alias>e G F R</alias></lexeme>
  <lexeme><grapheme>siRNA</grapheme><alias>S I R N A</alias></lexeme>
  <lexeme><grapheme>tRNA</grapheme><alias>T R N A</alias></lexeme>
  <lexeme><grapheme>cDNA</grapheme><alias>C D N A</alias></lexeme>
  <lexeme><grapheme>DICOM</grapheme><alias>dicom</alias></lexeme>
  <lexeme><grapheme>SNOMED</grapheme><alias>snomed</alias></lexeme>
  <lexeme><grapheme>LOINC</grapheme><alias>loinc</alias></lexeme>
  <lexeme><grapheme>PrEP</grapheme><alias>prep</alias></lexeme>
  <lexeme><grapheme>Hib</grapheme><alias>hib</alias></lexeme>
  <lexeme><grapheme>SaMD</grapheme><alias>S A M D</alias></lexeme>
  <lexeme><grapheme>SaaS</grapheme><alias>sass</alias></lexeme>
  <lexeme><grapheme>PaaS</grapheme><alias>pass</alias></lexeme>
  <lexeme><grapheme>IoMT</grapheme><alias>I o M T</alias></lexeme>
  <lexeme><grapheme>AIoT</grapheme><alias>A I o T</alias></lexeme>
  <lexeme><grapheme>MyData</grapheme><alias>My Data</alias></lexeme>
  <lexeme><grapheme>GitHub</grapheme><alias>Git Hub</alias></lexeme>
  <lexeme><grapheme>LiDAR</grapheme><alias>lidar</alias></lexeme>
  <lexeme><grapheme>LIDAR</grapheme><alias>lidar</alias></lexeme>
  <lexeme><grapheme>SCADA</grapheme><alias>scada</alias></lexeme>
  <lexeme><grapheme>NEET</grapheme><alias>neet</alias></lexeme>
  <lexeme><grapheme>STEM</grapheme><alias>stem</alias></lexeme>
  <lexeme><grapheme>TOPIK</grapheme><alias>topik</alias></lexeme>
  <lexeme><grapheme>TOEIC</grapheme><alias>toeic</alias></lexeme>
  <lexeme><grapheme>TOEFL</grapheme><alias>toefl</alias></lexeme>
  <lexeme><grapheme>PISA</grapheme><alias>pisa</alias></lexeme>
  <lexeme><grapheme>YOLO</grapheme><alias>yolo</alias></lexeme>
  <lexeme><grapheme>REITs</grapheme><alias>reets</alias></lexeme>
  <lexeme><grapheme>K-pop</grapheme><alias>K pop</alias></lexeme>
  <lexeme><grapheme>K-POP</grapheme><alias>K pop</alias></lexeme>
  <lexeme><grapheme>Wi-Fi</grapheme><alias>wi fi</alias></lexeme>
  <lexeme><grapheme>WiFi</grapheme><alias>wi fi</alias></lexeme>
  <lexeme><grapheme>e-Health</grapheme><alias>e health</alias></lexeme>
  <lexeme><grapheme>m-Health</grapheme><alias>m health</alias></lexeme>
  <lexeme><grapheme>hrs</grapheme><alias>hours</alias></lexeme>
  <lexeme><grapheme>mins</grapheme><alias>minutes</alias></lexeme>
  <lexeme><grapheme>yrs</grapheme><alias>years</alias></lexeme>
  <lexeme><grapheme>govt</grapheme><alias>government</alias></lexeme>
  <lexeme><grapheme>dept</grapheme><alias>department</alias></lexeme>
  <lexeme><grapheme>intl</grapheme><alias>international</alias></lexeme>
  <lexeme><grapheme>Univ.</grapheme><alias>University</alias></lexeme>
  <lexeme><grapheme>Amb.</grapheme><alias>Ambassador</alias></lexeme>
  <lexeme><grapheme>Capt.</grapheme><alias>Captain</alias></lexeme>
  <lexeme><grapheme>Hon.</grapheme><alias>Honorable</alias></lexeme>
</lexicon>
