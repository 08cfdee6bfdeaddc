# Names that are unique.

resource "random_id" "shop" {
  byte_length = 4
}
