provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "archive"
  region = "eu-west-1"
}

module "archive" {
  source    = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"
  providers = { aws = aws.archive }
  name      = "acme-archive"
}

module "assets" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v2.0.0"
  name   = "acme-assets"
  tags   = { Archive = module.archive.arn }
}

resource "aws_s3_bucket_ownership_controls" "all" {
  for_each = toset([module.archive.name, module.assets.name])
  bucket   = each.key

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}
