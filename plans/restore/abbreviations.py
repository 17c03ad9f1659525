"""Capitals that stand for names in plans, and how scans write them without their Đ."""

from itertools import product

_ABBREVIATIONS = (
    "ANTT ANQP ANCT ATTT ATGT BCH BCĐ BCĐTW BCT BCHTW BHXH BHYT BQL BTC BTV BTGDVTU BTTTT BKHCN "
    "CAX CATTT CBCC CBCCVC CCHC CĐ CĐS CHXHCN CNTT CNC CP CPĐT CQĐP CQS CSDL CSHT CT CTCCB CTXH "
    "CTMTQG CV DA DN DNNVV DTI DVC DVCTT ĐA ĐH ĐMST ĐTTM ĐTXD ĐTTN ĐU ĐHĐB ĐVHC FDI GCN GD GDP "
    "GDĐT GPMB GRDP GTVT GTGT HCC HCM HĐND HĐQT HTX HTKT HTTT HU ICT IOC IT IPV KCB KCN KCHT KH "
    "KHCN KHĐT KHKT KL KPI KPIs KT KTXH KTTT KTTN LĐTBXH LHPN LLVT MTQG MTTQ MST NCPT NĐ NHNN "
    "NN NNMT NNPTNT NQ NSNN NTM NTTS NVQS OCOP ODA OT PAPI PAR PCCC PCI PCTN PII PPP QCVN QĐ QH "
    "QLDA QLNN QPAN QR QSDĐ SHTT SIPAS SKHCN SMS STEM SXKD TANDTC TB TCVN TCVNISO TDP TDTT TFP "
    "THCS THPT TKBT TM TMĐT TN TNCS TNMT TP TPHCM TPP TT TTHC TTHCC TTg TTPVHCC TTTT TU TW UB UBKT "
    "UBMTTQ UBND UBTVQH USD VB VBĐT VH VHTT VHTTDL VHXH VN VNPT VP VPĐU VPUB WTO XDĐ XDNTM XHCN "
    "XHH CCCD CNXH ĐVTN HSSV CBQL GV HS NCKH SXNN BVMT VSATTP ATTP PCTT TKCN KTXH GDP GNBV ANAT"
)
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Written in capitals wherever they stand; some end in small letters."""

_FOREIGN = (
    "ai api app apple iot big data blockchain blog camera carbon chatbot clip cloud "
    "dashboard digital drone ebook edoc email erp facebook fanpage file gmail google gbps gps "
    "green hotline hacker halal icloud infographic internet ioffice ios ipv4 ipv6 iso kiosk "
    "kbps led livestream logistics mb mbps microsoft mobifone mobile momo mooc moocs "
    "nano offline online open organic podcast portal poster powerpoint qr robot robotics sandbox "
    "sensor server shopee smart smartphone sms software startup startups stem tiktok token "
    "trend tourism things of center cloud computing machine learning deep service index network "
    "uav usb vietcombank viettel vneid vnpt vinaphone video videos virus voso wifi web "
    "website webgis word excel windows youtube zalo zoom marketing media modem offset "
    "kpi kpis km2 m2 kw kwh kg km mm cm gb tb 2g 3g 4g 5g 6g e-learning elearning farm"
)
FOREIGN = frozenset(_FOREIGN.split())
"""Words of other tongues that plans use as they are."""

_READ_AS = {"Đ": ("D", "P", "B", "Đ", "DP", "DB", "b")}
"""What scans have for a letter inside capitals."""


READ_AMISS = {
    "Al": "AI",
    "A1": "AI",
    "R&D": "R&D",
    "lOT": "IoT",
    "loT": "IoT",
    "IOT": "IoT",
    "lOC": "IOC",
    "I0C": "IOC",
    "10C": "IOC",
    "VNelD": "VNeID",
    "VNEID": "VNeID",
    "VnelD": "VNeID",
    "VneID": "VNeID",
    "VNeiD": "VNeID",
    "VNeID": "VNeID",
    "Gb": "Gb",
    "Gbps": "Gbps",
    "CTr": "CTr",
    "TTg": "TTg",
    "ĐT": "ĐT",
}
"""Names that are not all capitals, as scans write them."""


def _spellings() -> dict[str, str]:
    known: dict[str, str] = {}
    for full in sorted(ABBREVIATIONS, key=lambda name: ("Đ" in name, name)):
        for letters in product(*(_READ_AS.get(letter, letter) for letter in full)):
            known.setdefault("".join(letters), full)
    return known | READ_AMISS


SPELLINGS = _spellings()
"""Every spelling met, with the abbreviation it stands for."""
