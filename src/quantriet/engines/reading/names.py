"""Where the name of a unit ends (tên cơ quan kết thúc ở đâu): the grammar of the names themselves.

A proper name is written with capitals; in lower case only words of level, place and field follow them ("Công an
huyện", "Phòng Tài nguyên nước thuộc Sở"). Any other word in lower case after a capital begins what the unit does,
whether or not the verb is known. Classes ("các chủ hồ chứa") have no capitals: they end at a known verb.
"""

from __future__ import annotations

import re

from .flat import Flat, bare
from .heads import is_toned
from .lexicon import (
    ACTION,
    ACTION_STARTS,
    BOARD,
    BOARD_VERBS,
    NAME_HEADS,
    NAME_VERBS,
    OFFICE_HEADS,
    OFFICE_VERBS,
    grouped,
)

# Names whose own words would pass for the head of a further item, for a verb, or stand bare after a shared head.
NAMES = re.compile(
    r"van hoa(?:\s*[,-]?\s*(?:va\s+)?(?:the thao|thong tin|du lich))+"
    r"|lao dong\s*[-,]?\s*-?\s*(?:thuong binh|tb)\s*(?:va|&)\s*(?:xa hoi|xh)|thuong binh va xa hoi"
    r"|nong nghiep\s*(?:va|&)\s*(?:phat trien nong thon|ptnt|moi truong|phat trien)"
    r"|giao duc\s*(?:va|&)\s*(?:dao tao)?|tai nguyen\s*(?:va|&)\s*moi truong"
    r"|thong tin\s*(?:va|&)\s*truyen thong|khoa hoc\s*(?:va|,)\s*(?:cong nghe(?: va moi truong)?)"
    r"|ke hoach\s*(?:va|&)\s*dau tu|tai chinh\s*(?:va|-)\s*ke hoach|noi vu va lao dong"
    r"|kinh te\s*(?:va|,)\s*(?:ha tang|do thi|ha tang va do thi)|phat thanh\s*(?:va|,"
    r"|-)\s*truyen hinh|truyen thanh\s*(?:va|,|-)\s*truyen hinh|dan toc (?:va|-) ton giao"
    r"|(?<=van phong )(?:doan (?:dbqh|dai bieu quoc hoi)(?:,| va) )?hdnd\s*(?:va|,|&|-)\s*ubnd"
    r"|phong\s?,\s?chong|phong chay\s?,?\s?(?:va )?chua chay(?: va cuu nan\s?,\s?cuu ho)?"
    r"|dan dung va cong nghiep|dau tu va xay dung|cap nuoc va phat trien do thi"
    r"|thien tai va tim kiem cuu nan|chan nuoi va thu y|trong trot va bao ve thuc vat"
    r"|xuc tien (?:dau tu|thuong mai)(?:,[^,]{3,20})? va (?:du lich|dau tu|ho tro doanh nghiep)"
    r"|dan so va (?:gia dinh|tre em|ke hoach hoa gia dinh)|cong nghiep va (?:thuong mai|xay dung)"
    r"|ong,? (?:va )?ba(?= co ten)|y te va dan so|thi dua (?:va|-) khen thuong|tham dinh va dau gia"
    r"|(?:khao thi va )?(?:dam bao|bao dam) chat luong(?: giao duc| dao tao)?"
    r"|(?<=phong )(?:ke hoach|hanh chinh|to chuc)(?: -)? tong hop(?! (?:bao cao|va |trinh|danh|ket|so|y kien))"
    r"|kiem soat (?:benh tat|noi bo|thu tuc hanh chinh|ma tuy|nhiem khuan)|quan ly de(?: dieu)?\b"
    r"|quan ly van tai, phuong tien va nguoi lai|quan ly (?:chat luong|thi truong|duong bo|do thi|bao ve rung"
    r"|dau tu|du an|khu kinh te|xay dung|tai nguyen|dat dai|giao thong|nha nuoc)"
    r"|to chuc can bo|to chuc (?:- )?hanh chinh|doanh nghiep va lao dong|(?<=van phong )dang ky dat dai"
    r"|phuc vu hanh chinh cong|thi hanh an(?: dan su)?|giam dinh (?:y khoa|phap y)|phap che|trat tu do thi"
    r"|dich vu (?:viec lam|ban dau gia)|cong tac xa hoi|tu van tam ly|boi duong chinh tri",
)
# Fields that give offices their names: what may stand bare after the head of another.
FIELDS = re.compile(
    r"(?:noi vu|tu phap|tai chinh(?: [-va]+ ke hoach)?|y te|xay dung|cong thuong|giao duc(?: va dao tao)?|gd&dt|gddt"
    r"|tai nguyen(?: (?:va|&|-) moi truong)?|tn&mt|nong nghiep(?: (?:va|&) [a-z]+(?: [a-z]+){0,2})?|nn&ptnt"
    r"|van hoa(?:[, -]"
    r"+(?:the thao|va|thong tin|du lich|xa hoi))*|vhtt|lao dong(?: [-,] thuong binh va xa hoi)?|ldtb&xh|kinh te"
    r"(?: va ha tang| va do thi)?|ke hoach(?: va dau tu| tong hop)?|khoa hoc va cong nghe|thong tin va truyen thong"
    r"|giao thong(?: van tai)?|dan toc|ngoai vu|thanh tra|noi chinh|du lich|quan ly do thi|to chuc(?: - hanh chinh)?"
    r"|hanh chinh(?: tong hop)?|nghiep vu y?|tuyen giao|dan van|kiem tra|ton giao|cong nghiep|thuong mai"
    r"|ke toan|dao tao)"
    r"(?!\w)"
)
# Words of level, place, class and field that follow the capitals of a name in lower case.
_NAME_WORD_LIST = """
    huyen tinh xa phuong thi tran thanh pho quan thon ap buon bon ban khu xom to dan tdp dac trung uong dia cap cung
    noi thuoc truc cua va cac va/hoac & co lien chuyen mon nghiep vu su don vi phong nganh doan the hoi vien can bo
    cong chuc nguoi lao dong giang sinh hoc truong phu trach thuong nang hanh chinh tri he nhan nha nuoc chi nhanh
    vuc mien bac nam tay so nong lam thuy san dien rung bien dat duong cau giao thong van tai xay dung mai y te du
    benh mat tieu mam non tru duc xuyen day nghe kiem soat ly dang ky ho thu luu tong hop ke hoach toan uy tuyen do
    ha tang moi khoang tin truyen hoa thao lich gia dinh tre em khoa bao hinh tan huy tu ve canh sat phan ung doi
    xuat nhap khau hai thue kho hiem ngan hang sach dau phat trien quy an trinh binh cuu chien cao tuoi khuyen chu
    thap hiep nu nien chong dich thien chay chua tim nan doanh tac ten lai sx kd tnhh mtv cp dv ba muoi tham lua
    lanh dao quyen dai bieu khoi mt luc luong nhom lop nhung tung tam trac ngoai trong nay tren duoi vat lieu ton
    nhiem thoi vung huong nguyen khi tuong loai sang tao cat ga cang may tich loc tram xang cum lang giong cay con
    buu duoc pham my tho nhuong nhi tro mang nhien kieu vuon khach chat tat thiet bi loi lac but ty cu muc de dieu
    nguon
"""
_NAME_WORDS = frozenset(_NAME_WORD_LIST.split())
# Verbs of one syllable, which would be taken for words of a name; the words after a colon make them one.
_SHORT_ACT_LIST = """
    mở lên rà ghi phát:thanh/triển/hành dọn treo dán kẻ vẽ đo lấy nắm giữ mua bán:trú/đấu/hàng đón đưa đặt đóng đi
    dự:án/phòng/trữ gặp gọi khám:bệnh/chữa làm:vườn/việc/nghề lo lắp nhận nâng nêu nối:mạng quét ra:đa rút sửa soạn
    tìm:kiếm thay tháo thả thu:nhập/hút trả trao trích trồng:trọt/rừng tổng:hợp/cục/công/liên/thể giải:phóng/phẫu
    lau rửa cắm cắt chọn chốt chở chia chấm:thi coi canh cân cho dùng đào:tạo đắp đẩy đếm đọc đổi:mới góp gỡ gắn hỏi
    in:ấn kéo kê ký:túc khóa khoanh lùi mang mời nhắc nạo ngừng phun quay siết soát tập:thể/đoàn/sự tiêm:chủng tiễn
    tưới:tiêu ứng:dụng/phó viết vớt xếp xin xuống xử hủy bật bắt bám bơm dạy:nghề/học phổ buộc dồn rải trực:thuộc/tiếp
"""
_SHORT_ACTS = {
    word: tuple(names.split("/")) if names else ()
    for word, _, names in (entry.partition(":") for entry in _SHORT_ACT_LIST.split())
}
_SHORT_HEAD_LIST = "hội sở phòng ban khoa cục đài báo trạm viện bộ tổ đội hạt đoàn quỹ vụ"
_SHORT_HEADS = frozenset(_SHORT_HEAD_LIST.split())
_PLACES = frozenset(("thôn", "xã", "phường", "huyện", "tỉnh", "bản", "ấp", "buôn", "quận", "khóm", "làng", "xóm"))
_LEVEL_AHEAD = re.compile(
    r"(?:\w+ ){1,2}(?:tinh|huyen|thi xa|thanh pho|xa|phuong|quan|trung uong)(?!\w)|\w+(?: \w+)?(?:[;,]"
    r"| va (?:\w+,|cac ))"
)
_VERB_AHEAD = re.compile(rf"\w+ (?:\w+ ){{0,2}}?(?P<verb>{ACTION.pattern})")
_LEVEL_HEADS = re.compile(r"(?:ubnd|hdnd|uy ban(?: nhan dan)?|hoi dong nhan dan|cong an|ubmttq|mttq|hat kiem lam)\b")
_FUNCTION_WORD_LIST = """
    tai trong ve theo voi cho tu den hoac ma nay do duoi thi la da duoc bi boi nham khi neu vi nen ra vao hay nhu
    bang giua ben cach hon rat dang chua cung deu vua moi con khong tren truoc sau ngoai rieng gom
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())
_STRONG = re.compile(
    r"(?:chu tri|phoi hop|co trach nhiem|chiu trach nhiem|tham muu|lam dau moi|chiu|cua (?:so|trung tam|cuc|bo|benh"
    r"|truong|ubnd|van phong|chi cuc)|la (?:co quan|don vi|dau moi))\b"
)

STOP_WORD = re.compile(
    r"(?:de|nham|tai|theo|trong|ve viec|thong qua|tren co so"
    r"|can cu|khi|neu|truoc ngay|cham nhat|tiep tuc|can|duoc (?:giao|phan cong)|sau khi|tu ngay|truoc"
    r"|ngay tu|kem theo|nghiem|tren tinh than|gan voi|voi (?:cac |noi dung)|o tat ca|gui"
    r"|rieng)(?!\w)"
)
# A stop word that lost its marks passes for many others: these begin none.
_NOT_STOPS = (
    "cán", "đê ", "tải", "tài", "tái", "tại chỗ", "cản", "cạn", "tai", "trống", "trọng", "trong và ngoài",
    "trong và", "trong khối", "trong tỉnh", "trong huyện", "trong ngành", "trong khu", "trong cụm", "trong học",
    "trong trường", "trong toàn", "nghiệm", "khí", "khỉ", "đệ", "đế",
)  # fmt: skip
# "Nhà thầu xây dựng" is a name, "xây dựng kế hoạch" an act.
_PLAN = re.compile(
    r"(?:\s+va\s+\w+\s+\w+)?\s+(?:ke hoach|phuong an|quy che|chuong trinh|bao cao|du thao|de an"
    r"|noi dung|kich ban|he thong|quy trinh|lich|du toan|van ban|co so du lieu|chuyen|moi|va |day"
    r"|to|tuyen|cac (?:chuong|ke|phuong|quy|van|mo hinh|tin|bai)|mo hinh|nong thon|bo |tieu chi"
    r"|danh muc|dan|luc luong)"
)
_TASKED_WITH = re.compile(r"co (?:cac )?nhiem vu(?: sau(?: day)?)?\s*:")  # not "các bộ phận có nhiệm vụ trực"
_TELLING = (
    "cần ", "theo chức", "theo nhiệm", "theo thẩm", "căn cứ", "khuyến cáo", "kêu gọi", "phải ", "không ", "để ",
    "sẽ ", "đã ", "được ", "thì ", "nếu ", "khi ", "nên ", "có thể", "vừa ", "ghi nhận", "nhấn mạnh", "nhất trí",
    "triệu tập", "cho biết", "đánh giá", "khẳng định", "nhận được", "là ", "gồm ", "thống nhất", "cùng chủ trì",
    "đề nghị", "yêu cầu", "kiến nghị", "đăng tải", "đăng thông", "đăng tin", "đăng bài", "đăng công", "chịu ",
    "có trách", "có tách", "quan tâm", "đang ", "chưa ", "diễn ra", "cũng ", "thấy ", "nhằm ", "nghiên cứu", "sớm ",
    "vẫn ", "luôn ", "hiện ", "định hướng", "làm đơn", "làm thủ tục", "tiến hành", "đồng ý", "có ý kiến", "bị ",
    "thuộc trường hợp", "mới ", "đều ", "như sau", "các nội dung", "một số nội dung", "những nội dung",
    "các nhiệm vụ sau", "các việc", "một số việc", "mấy việc",
)  # fmt: skip
_TELLS = re.compile(grouped(_TELLING, 2))  # one look for all of them, since every word is asked
# "các đơn vị quy định tại khoản 1 Điều này": whose names stand elsewhere.
_PLACED = re.compile(
    r"(?:(?:da |duoc |co )*(?:quy dinh|neu|ten|giao|phan cong|ghi|liet ke)(?: nhiem vu| trach nhiem)? )?"
    r"(?:tai|o|trong) (?:cac )?(?:diem|khoan|muc|dieu|phan|tiet|chuong) (?:nay|[ivx]+|\d|[a-z])\b"
)
_LONGEST_KNOWN = 100  # characters; no known name is longer
_WINDOW = 2 * _LONGEST_KNOWN
_ENDING_STARTS = ACTION_STARTS | {bare(words).split()[0] for words in _TELLING} | {"co"}
_ONE_LETTERED = re.compile(r"[A-ZĐ]{1,4}\.")


class KnownNames:
    """The known names within a stretch, looked for once: "các sở giáo dục và đào tạo" holds no verb."""

    __slots__ = ("_bare", "_end", "_found", "_place")

    def __init__(self, flat: Flat, start: int, end: int) -> None:
        self._bare, self._place, self._end = flat.bare, start, end
        self._found: list[tuple[int, int]] = []

    def hold(self, at: int, or_begin: bool = False) -> bool:
        """Whether the word at `at` stands inside one of them; `or_begin` counts the first word of one too."""
        at_least = at + 1 if or_begin else at
        self._look(at)
        for start, end in self._found:
            if start >= at_least or at < end:
                return start < at_least
        return False

    def _look(self, at: int) -> None:
        """Find the names that begin up to `at`, and some ahead; a name that the window cuts off is left for later."""
        while self._place <= at:
            limit = min(self._end, at + _WINDOW)
            whole = limit - _LONGEST_KNOWN if limit < self._end else limit
            name = NAMES.search(self._bare, self._place, limit)
            if name is None or name.start() > whole:
                self._place = whole + 1
            else:
                self._found.append(name.span())
                self._place = name.end()


def ends_name(flat: Flat, start: int, at: int, end: int, stops: bool) -> bool:
    """Whether the word at `at` cannot go on with the names that begin at `start`; `stops` as in `end_of_units`."""
    word = flat.bare[at:end]
    if not stops and word not in _ENDING_STARTS and word.isalpha():
        return False  # most words, which no act begins with
    return _stops_at(flat, start, at, stops) and _PLACED.match(flat.bare, at) is None


def _stops_at(flat: Flat, start: int, at: int, stops: bool) -> bool:
    low = flat.bare
    if stops and STOP_WORD.match(low, at) and not flat.low.startswith(_NOT_STOPS, at):
        return True
    if flat.low.startswith("bị ", at) and flat.low.endswith(("thiết ", "trang ", "chuẩn ", "dự "), 0, at):
        return False
    if _TELLS.match(flat.low, at) and not (stops and flat.low.startswith(("là ", "được "), at)):
        return True
    if low.startswith("co ", at) and _TASKED_WITH.match(low, at):
        return True
    match = ACTION.match(low, at)
    return match is not None and _is_act(flat, start, at, match)


def _is_act(flat: Flat, start: int, at: int, match: re.Match[str]) -> bool:
    """Whether a verb is what the unit does, and not a word of its name."""
    low, word = flat.bare, match.group()
    before = low[max(start, at - 24) : at]
    if (NAME_HEADS.search(before) and NAME_VERBS.match(low, at)) or (
        BOARD.search(before) and BOARD_VERBS.match(low, at)
    ):
        return False
    if OFFICE_HEADS.search(before) and OFFICE_VERBS.match(low, at):
        return False
    if word in ("xay dung", "dau tu") and not _PLAN.match(low, match.end()):
        return False
    if (
        word == "to chuc"
        and re.search(r"(?:,|va|cac|nhung|moi)\s*$", before)
        and re.match(
            r"to chuc\s*(?:,|va |co lien quan|lien quan|chinh tri|ca nhan|doan the|tin dung|xa hoi|hoi"
            r"|co so (?:dang|doan|hoi))",
            low[at : at + 30],
        )
    ):
        return False
    if not is_toned(flat, at, word):
        return False
    if NAME_VERBS.match(low, at) and flat.text[at - 2 : at - 1].isalnum() and _STRONG.match(low, match.end() + 1):
        return False  # two verbs running: the first belongs to the name, "Phòng Kế hoạch tổng hợp chủ trì"
    return not (word == "lanh dao" and re.search(r"(?:,|va|cac|dong chi|gui|voi)\s*$", before))


def begins_act(flat: Flat, at: int) -> bool:
    """Whether the word after a proper name begins an act, though its verb is not known: no preposition, no copula."""
    word = re.match(r"[^\W\d_]+", flat.bare[at : at + 12])
    return word is not None and word.group() not in _FUNCTION_WORDS and flat.text[at].islower()


def belongs_to_name(flat: Flat, at: int, end: int) -> bool:
    """Whether the word in lower case from `at` to `end`, which is no known verb, goes on with a proper name."""
    word = flat.low[at:end].rstrip(".:")
    is_name_word = flat.bare[at:end].rstrip(".:") in _NAME_WORDS
    if is_name_word and word not in _SHORT_ACTS:
        return True
    rest = flat.low[end + 1 : end + 12]
    if _is_second_syllable(flat.text, at):
        return True
    if word in _SHORT_ACTS and flat.text[: at - 1].rsplit(" ", 1)[-1][:1].isupper():
        verb = ACTION.match(flat.bare, end + 1)
        if verb and is_toned(flat, end + 1, verb.group()):
            return True  # "Tổ Ghi thu đối chiếu …"
    if word in _SHORT_ACTS:
        return rest.startswith(_SHORT_ACTS[word]) if _SHORT_ACTS[word] else False
    if is_name_word:
        return True
    if _LEVEL_AHEAD.match(flat.bare, at, at + 40) or re.match(r"\w+ (?=[A-ZĐÀ-Ỹ][a-zà-ỹ])", flat.text[at : at + 16]):
        return True
    ahead = _VERB_AHEAD.match(flat.bare, at, at + 48)
    return ahead is not None and is_toned(flat, ahead.start("verb"), ahead.group("verb"))


def begins_short_act(flat: Flat, at: int) -> bool:
    """Whether a verb of one syllable stands at `at`: "thay đồng hồ", "ghi nhật ký"."""
    word = re.match(r"[^\W\d_]+(?= )", flat.low[at : at + 12])
    if word is None or word.group() not in _SHORT_ACTS:
        return False
    others = _SHORT_ACTS[word.group()]
    return not (others and flat.low.startswith(others, at + word.end() + 1))


def _is_second_syllable(text: str, at: int) -> bool:
    """Words of two syllables begin with one capital: "Nước mắm", but in "huyện Yên Trấn" each has its own."""
    before = text[max(0, at - 24) : at].split(" ")
    words = [word for word in before if word]
    if not words or not words[-1][:1].isupper() or words[-1].isupper():
        return False
    if len(words) > 1 and words[-2] in _PLACES and _word_at(text, at) in _SHORT_ACTS:
        return False  # "thôn Thượng cắm …": a name of a place has all its capitals
    if len(words) < 2 or not words[-2][:1].isupper() or words[-2].isupper():
        return True
    return words[-2].lower() in _SHORT_HEADS and _word_at(text, at) not in _SHORT_ACTS


def _word_at(text: str, at: int) -> str:
    return text[at : at + 8].split(" ")[0]


def is_level_head(flat: Flat, at: int) -> bool:
    """ "UBND", "Công an": heads after which only a level stands in lower case."""
    return flat.text[at : at + 1].isupper() and _LEVEL_HEADS.match(flat.bare, at) is not None
