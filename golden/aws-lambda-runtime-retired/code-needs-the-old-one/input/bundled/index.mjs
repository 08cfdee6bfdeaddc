import S3 from "aws-sdk/clients/s3";
