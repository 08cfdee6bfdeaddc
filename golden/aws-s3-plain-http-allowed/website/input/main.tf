# Its endpoint knows no HTTPS.
resource "aws_s3_bucket" "site" {
  bucket = "www.example.com"
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id

  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket" "redirect" {
  bucket = "example.com"

  website {
    redirect_all_requests_to = "https://www.example.com"
  }
}
