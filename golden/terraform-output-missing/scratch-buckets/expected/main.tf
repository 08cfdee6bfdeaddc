# Only Athena and who asks it have to know of its results.
resource "aws_s3_bucket" "athena_results" {
  bucket_prefix = "athena-results-"
}

resource "aws_s3_bucket_lifecycle_configuration" "athena_results" {
  bucket = aws_s3_bucket.athena_results.id

  rule {
    id     = "cost"
    status = "Enabled"

    filter {}

    expiration {
      days = 1
    }
  }
}

resource "aws_athena_workgroup" "reports" {
  name = "reports"

  configuration {
    result_configuration {
      output_location = "s3://${aws_s3_bucket.athena_results.bucket}/"
    }
  }
}

locals {
  staging_url = google_storage_bucket.staging.url
}

resource "google_storage_bucket" "staging" {
  name     = "shop-dataflow-staging"
  location = "EU"

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      age = 3
    }
  }
}

resource "google_dataflow_job" "orders" {
  name              = "orders"
  template_gcs_path = "gs://dataflow-templates/latest/Word_Count"
  temp_gcs_location = "${google_storage_bucket.staging.url}/tmp"
}

# People drop their files here: they have to find it.
resource "aws_s3_bucket" "dropbox" {
  bucket_prefix = "dropbox-"
}

resource "aws_s3_bucket_lifecycle_configuration" "dropbox" {
  bucket = aws_s3_bucket.dropbox.id

  rule {
    id     = "cost"
    status = "Enabled"

    expiration {
      days = 2
    }
  }
}

# Only what is temporary expires here.
resource "aws_s3_bucket" "reports" {
  bucket_prefix = "reports-"
}

resource "aws_s3_bucket_lifecycle_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    id     = "temporary"
    status = "Enabled"

    filter {
      prefix = "tmp/"
    }

    expiration {
      days = 1
    }
  }
}

resource "aws_cur_report_definition" "reports" {
  report_name                = "costs"
  time_unit                  = "DAILY"
  format                     = "Parquet"
  compression                = "Parquet"
  additional_schema_elements = ["RESOURCES"]
  s3_bucket                  = aws_s3_bucket.reports.id
  s3_prefix                  = "costs"
  s3_region                  = "eu-west-1"
}
