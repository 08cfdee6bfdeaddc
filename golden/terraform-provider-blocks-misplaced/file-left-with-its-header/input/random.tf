# Names that are unique.

provider "random" {}

resource "random_id" "shop" {
  byte_length = 4
}
