resource "aws_iam_group" "prod_auditors" {
  name = "prod-auditors"
}

resource "aws_iam_group" "prod_readers" {
  name = "prod-readers-${random_id.readers_suffix.hex}"
}

resource "random_id" "readers_suffix" {
  byte_length = 4
}
