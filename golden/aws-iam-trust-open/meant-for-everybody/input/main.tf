resource "aws_s3_bucket_policy" "site" {
  bucket = "site-of-the-shop"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = ["s3:GetObject"]
        Principal = "*"
        Resource  = "arn:aws:s3:::site-of-the-shop/*"
      },
      {
        Effect    = "Deny"
        Action    = "s3:*"
        Principal = "*"
        Resource  = "arn:aws:s3:::site-of-the-shop/private/*"
      },
    ]
  })
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0a1b2c3d4e5f67890"
  service_name = "com.amazonaws.eu-west-1.s3"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Principal = "*", Resource = "*" }]
  })
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  vpc_options {
    subnet_ids = ["subnet-0a1b2c3d4e5f67890"]
  }

  access_policies = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "es:*", Principal = { AWS = "*" }, Resource = "*" }]
  })
}
