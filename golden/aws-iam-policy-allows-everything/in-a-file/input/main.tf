resource "aws_iam_policy" "everything" {
  policy = file("${path.module}/policies/everything.json")
}

resource "aws_iam_role_policy" "reading" {
  role   = "reader"
  policy = file("${path.module}/policies/reading.json")
}

# Not JSON before it is filled in.
resource "aws_iam_role_policy" "template" {
  role   = "reader"
  policy = templatefile("${path.module}/policies/template.json", { actions = ["s3:GetObject"] })
}

resource "aws_ssm_document" "other" {
  name          = "other"
  document_type = "Command"
  content       = file("${path.module}/policies/document.json")
}
