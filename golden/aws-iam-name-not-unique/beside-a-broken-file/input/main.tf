resource "aws_iam_group" "prod_auditors" {
  name = "prod-auditors"
}

resource "aws_iam_group" "prod_readers" {
  name = "prod-readers"
}
