data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${module.assets.s3_bucket_arn}/*"]
  }
}

resource "aws_iam_policy" "read" {
  name   = "read-${module.assets.s3_bucket_id}"
  policy = data.aws_iam_policy_document.read.json

  depends_on = [module.assets]
}

output "assets" {
  description = "Where the assets are."
  value = {
    bucket = module.assets.s3_bucket_id
    domain = module.assets.s3_bucket_bucket_domain_name
  }
}
