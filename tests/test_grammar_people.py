"""Who is named in a sentence: where a name begins and ends, and which capital letters are no person's."""

from __future__ import annotations

import pytest
from told import names, rows


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Cuộc họp có mặt ông Karim al - Rashid và bà Lò Thị Mến.", {"Karim al - Rashid", "Lò Thị Mến"}),
        ("Người được cứu là Boris Petrenko, 34 tuổi, đến từ cảng Odessa.", {"Boris Petrenko"}),
        ("Ủng hộ kế hoạch có Ingrid Solberg, người đứng đầu quỹ học bổng.", {"Ingrid Solberg"}),
        ("Bà Hồ Thị Hà Giang nhận quà.", {"Hồ Thị Hà Giang"}),
    ],
)
def test_where_a_name_begins_and_ends(text: str, people: set[str]) -> None:
    assert names("person", text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Hồ Chủ tịch đã căn dặn cán bộ như thế.",
        "Giám đốc SunBank cho biết lãi suất giảm.",
        "Giám đốc VNTel nói về cước phí.",
        "Nạn nhân là em Th. 12 tuổi.",
        "Tin ở chợ Bà Chiểu và cầu Ông Lãnh.",
    ],
)
def test_what_is_no_name_of_a_person(text: str) -> None:
    assert names("person", text) == set()


def test_a_name_told_in_part_and_then_whole_is_the_whole() -> None:
    assert names("person", "Ông Rodrigo Salinas phát biểu. Chủ tịch Rodrigo Salinas Puertez ra về.") == {
        "Rodrigo Salinas Puertez"
    }


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        ("Lúc 16h giờ Hà Nội, tàu cập cảng.", set()),
        ("Xe lật trên cao tốc Đà Nẵng - Quảng Ngãi.", set()),
        ("Bác sĩ Bệnh viện phụ sản Hải Phòng ra đảo.", set()),
        ("Xe đi từ Đà Nẵng - Quảng Ngãi.", {"Đà Nẵng", "Quảng Ngãi"}),
    ],
)
def test_a_province_is_named_for_itself(text: str, provinces: set[str]) -> None:
    assert names("province", text) == provinces


def test_a_name_that_ends_like_a_country_is_a_name() -> None:
    assert names("person", "Ông Dương Trung Quốc nói với báo chí.") == {"Dương Trung Quốc"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Konrad Brannick, người từng làm ở đây, tấm thẻ là thật.", {"Konrad Brannick"}),
        ("Tướng Paul Sorvell ra sân bay.", {"Paul Sorvell"}),
        ("Các tướng lĩnh ra sân bay.", set()),
        ("Tiến sĩ Brannick cho biết thêm.", {"Brannick"}),
        ("Bốn học sinh gồm: Ido Kadrosh, Dotan Millner và Harel Grin.", {"Ido Kadrosh", "Dotan Millner", "Harel Grin"}),
        ("Quan chức Lầu Năm Góc cho biết thêm.", set()),
        ("Ông Lò Văn Dọn ở huyện Đông Anh, xã Tân Mỹ.", {"Lò Văn Dọn"}),
    ],
)
def test_people_from_abroad(text: str, expected: set[str]) -> None:
    assert names("person", text) == expected


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Phi công Vũ Văn Hai bay cùng kỹ sư Lò Thị Ba. Phi công này được tặng Huân chương Dũng cảm.", {"Vũ Văn Hai"}),
        ("Ca sĩ Vũ Thị Hai hát. Nữ ca sĩ được tặng Huân chương Lao động hạng Ba.", {"Vũ Thị Hai"}),
        # of two people the one told with that profession, and nobody where none is
        ("Ông Vũ Văn Hai gặp kỹ sư Lò Thị Ba. Phi công này được tặng Huân chương Dũng cảm.", set()),
    ],
)
def test_a_profession_stands_for_whom_it_was_told_of(text: str, recipients: set[str]) -> None:
    assert {row[1] for row in rows("award", text)} == recipients


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Hai ca sĩ Thanh Tú và Minh Vương được mời hát.", {"Thanh Tú", "Minh Vương"}),
        ("Ông Vũ Hai và Ngành Dầu khí làm việc.", {"Vũ Hai"}),
        ("Trung tướng không quân Harrison Webb đến thăm.", {"Harrison Webb"}),
        ("Giám đốc Vietjet cho biết vé rẻ.", set()),
        # of a family that is told by its name alone, the one who was told first
        ("Ông Harrison Webb và bà Jennifer Webb đến. Tổng thống Webb phát biểu.", {"Harrison Webb", "Jennifer Webb"}),
    ],
)
def test_people_beside_others(text: str, people: set[str]) -> None:
    assert names("person", text) == people


def test_a_family_name_alone_is_that_of_the_one_told_first() -> None:
    told = "Ông Harrison Webb và bà Jennifer Webb đến. Tổng thống Mỹ Webb phát biểu."
    assert {row[0] for row in rows("post", told)} == {"Harrison Webb"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # streets, places and goods that are called like somebody
        ("Trung tâm ở số 64 Bà Triệu và hẻm 19 Cô Giang.", set()),
        ("Đoàn về xã Bà Điểm thăm ông Vũ Hai.", {"Vũ Hai"}),
        ("Bí thư Quận ủy Hai Bà Trưng Vũ Thị Hai phát biểu.", {"Vũ Thị Hai"}),
        ("Người dân tiễn ông Táo về trời.", set()),
        ("Bộ đội cụ Hồ giúp dân.", set()),
        ("Theo chị Q. Riêng ông Vũ Hai vắng mặt.", {"Vũ Hai"}),
        ("Cô từng thi Hoa hậu Hoàn vũ và Hoa hậu Trái Đất.", set()),
        ("Cô thua Hoa hậu Thế giới Vũ Thị Hai.", {"Vũ Thị Hai"}),
        # a firm behind the office of its head, and the head where the full name is told
        ("Chủ tịch Acmebank nêu quan điểm.", set()),
        ("Ông Simon Webb đến. Chủ tịch Webb nêu quan điểm.", {"Simon Webb"}),
    ],
)
def test_what_is_called_like_somebody(text: str, people: set[str]) -> None:
    assert names("person", text) == people


@pytest.mark.parametrize(
    "name", ["Kim Yong - nam", "Choe Son-hui", "Prayut Chan-o-cha", "Bashar al-Assad"]
)  # fmt: skip
def test_names_with_small_letters_behind_a_dash(name: str) -> None:
    assert names("person", f"Bà gặp ông {name}, Phó Chủ tịch, hôm qua.") == {name}


def test_a_dash_behind_a_name_of_two_words_is_no_part_of_it() -> None:
    assert names("person", "Bà gặp ông Kim Dung - con trai ông Vũ Hai.") == {"Kim Dung", "Vũ Hai"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Theo Ocean Plastic Foundation, ông Vũ Hai đã đến.", {"Vũ Hai"}),
        ("Chủ tịch Hoàng Liệt vắng mặt. Người dân phường Hoàng Liệt chờ.", set()),
        ("Siêu thị điện máy Vũ Kim khai trương.", set()),
        ("Các NSƯT Minh Vương, Thanh Tuấn, Giang Hà từng đến đây.", {"Minh Vương", "Thanh Tuấn", "Giang Hà"}),
    ],
)
def test_bodies_and_wards_that_are_called_like_people(text: str, people: set[str]) -> None:
    assert names("person", text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # foreign syllables that look nearly Vietnamese
        ("Bộ trưởng Quốc phòng Leon Panetta phát biểu.", {"Leon Panetta"}),
        ("Cựu binh Mỹ Roy Mike Boehm đến thăm.", {"Roy Mike Boehm"}),
        ("Công chúa Jordan Haya Bint Al Hussein vắng mặt.", {"Haya Bint Al Hussein"}),
        # another name behind a dash, a firm before a name or with a name
        ("Đại sứ là anh Jesse Webb - Jesse Cười.", {"Jesse Webb"}),
        ("Phát ngôn viên Boeing Todd Blecher cho biết.", {"Todd Blecher"}),
        ("Tân Hoàng Minh tặng ghế. Đó là tập đoàn Tân Hoàng Minh.", set()),
        ("Cô giáo dạy Địa lý bằng tiếng Anh.", set()),
        # by the given name; not what is named after somebody, and no partners
        ("Bài viết nhắc tới Martin Keown và Sergei Lavochkin.", {"Martin Keown", "Sergei Lavochkin"}),
        ("Ông nhận huân chương José Rizal ở Đại học John Hopkins.", set()),
        ("Hãng Ernst & Young và tạp chí Sarah Clark đưa tin.", set()),
        ("Olga Ladyzhenskaya, gọi tắt là Olga, học toán.", {"Olga Ladyzhenskaya"}),
        ("Zhores Kalmykov (7-3-1922 - 12-1-2004) học toán.", {"Zhores Kalmykov"}),
        # a sentence that goes on behind a dash
        ("Ông Narendra Modi - cho hay sẽ đến.", {"Narendra Modi"}),
        # a given name that is a country's too
        ("Lớp có Lê Văn Mạnh và Trần Văn Đức. Cô khen 2 em Mạnh và Đức.", {"Lê Văn Mạnh", "Trần Văn Đức"}),
    ],
)
def test_people_and_firms_from_abroad(text: str, people: set[str]) -> None:
    assert names("person", text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # what bears a name, and who took a picture
        ("Xe đỗ tại ngã ba Huỳnh Văn Sáng - Quàng Thị Én, quận 5.", set()),
        ("Ông đến ngôi nhà số 32, Huỳnh Đình Sáng, quận Bình Thạnh.", set()),
        ("Nhà ở khu đô thị mới Văn Phú Mường Thanh rất rộng.", set()),
        ("Mộ nằm ở nghĩa trang liệt sĩ Hàm Én.", set()),
        ("Nhóm nhận Giải Bùi Xuân Sáng năm 2019.", set()),
        ("Và Hà Nội rất vinh dự.", set()),
        ("Dân làng cúi đầu - Ảnh: LÒ SÁNG 41 người đã đến.", set()),
        # examples behind who they are, a verb behind a foreign name, a given name with the order of birth
        (
            "Nhiều nghệ sĩ, diễn viên như Nhã Ơn, Phúc Én và Bảo Sáng đã thành công.",
            {"Nhã Ơn", "Phúc Én", "Bảo Sáng"},
        ),
        ("Tấm ảnh mà Jayley Woo cũng chia sẻ thật buồn.", {"Jayley Woo"}),
        ("Cụ Lò Văn Sáng đã về. Chú Sáu Sáng vui lắm.", {"Lò Văn Sáng"}),
    ],
)
def test_whom_a_name_means_by_what_stands_before_it(text: str, people: set[str]) -> None:
    assert names("person", text) == people
