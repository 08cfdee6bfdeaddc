resource "aws_iam_policy" "read" {
  policy = file("${path.module}/read.json")
}
