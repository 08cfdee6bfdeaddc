data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${module.assets.arn}/*"]
  }
}

resource "aws_iam_policy" "read" {
  name   = "read-${module.assets.name}"
  policy = data.aws_iam_policy_document.read.json

  depends_on = [module.assets]
}

output "assets" {
  description = "Where the assets are."
  value = {
    bucket = module.assets.name
    domain = module.assets.domain_name
  }
}
